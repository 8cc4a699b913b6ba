// @ts-check
import { TEXTS, figures, language } from "./status.js";

const REFRESH_MS = 5000;
const PATIENCE_MS = 4000;

const lang = language(navigator.languages);

function translate() {
  document.documentElement.lang = lang === "pt" ? "pt-BR" : "en";
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = TEXTS[lang][element.getAttribute("data-text") ?? ""] ?? "";
  }
}

/** @returns {Promise<import("./status.js").Status | undefined>} */
async function status() {
  try {
    const answer = await fetch("/api/status", { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

async function refresh() {
  const shown = figures(await status(), lang);
  for (const [id, text] of Object.entries(shown)) {
    const element = document.getElementById(id);
    if (element !== null) {
      element.textContent = text;
    }
  }
  setTimeout(refresh, REFRESH_MS);
}

translate();
refresh();
