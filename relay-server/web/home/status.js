// @ts-check

/**
 * What the start page says, without a word about how it gets onto the screen.
 *
 * @typedef {{streamers_online: number, streamers_approved: number}} Status the answer of /api/status
 * @typedef {{state: string, live: string, streamers: string}} Figures
 * @typedef {Record<string, string> & {running: string, silent: string}} Texts those of the page by `data-text`, and ours
 */

/** @type {Record<"en" | "pt", Texts>} */
export const TEXTS = {
  en: {
    intro: "This relay keeps outdoor live streams alive.",
    state: "Relay",
    live: "Live now",
    streamers: "Streamers",
    docs: "API documentation",
    later:
      "The map, the streamer panel and the admin page come with later versions; everything they" +
      " need is in the API already.",
    running: "running",
    silent: "not answering",
  },
  pt: {
    intro: "Este relay mantém no ar as lives feitas na rua.",
    state: "Relay",
    live: "Ao vivo agora",
    streamers: "Streamers",
    docs: "Documentação da API",
    later:
      "O mapa, o painel do streamer e a página do admin chegam nas próximas versões; tudo de que" +
      " precisam já está na API.",
    running: "no ar",
    silent: "sem resposta",
  },
};

/**
 * Portuguese for those whose browser prefers it to English, English for everybody else.
 *
 * @param {readonly string[]} preferred the browser's languages, best first
 * @returns {"en" | "pt"}
 */
export function language(preferred) {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split("-")[0];
    if (primary === "pt" || primary === "en") {
      return primary;
    }
  }
  return "en";
}

/**
 * @param {Status | undefined} status undefined when the relay did not answer
 * @param {"en" | "pt"} lang
 * @returns {Figures}
 */
export function figures(status, lang) {
  const texts = TEXTS[lang];
  if (status === undefined) {
    return { state: texts.silent, live: "–", streamers: "–" };
  }
  const number = new Intl.NumberFormat(lang === "pt" ? "pt-BR" : "en");
  return {
    state: texts.running,
    live: number.format(status.streamers_online),
    streamers: number.format(status.streamers_approved),
  };
}
