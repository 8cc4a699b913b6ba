// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXTS, figures, language } from "./status.js";

test("speaks Portuguese to a browser that prefers it", () => {
  assert.equal(language(["pt-BR", "en"]), "pt");
});

test("speaks English to a browser that prefers it, and to all others", () => {
  assert.equal(language(["en-GB", "pt"]), "en");
  assert.equal(language(["de", "pt-PT"]), "pt");
  assert.equal(language(["de"]), "en");
  assert.equal(language([]), "en");
});

test("shows the figures of a relay that answers", () => {
  const shown = figures({ streamers_online: 3, streamers_approved: 1200 }, "pt");

  assert.deepEqual(shown, { state: "no ar", live: "3", streamers: "1.200" });
});

test("says so when the relay does not answer", () => {
  const shown = figures(undefined, "en");

  assert.deepEqual(shown, { state: "not answering", live: "–", streamers: "–" });
});

test("has every text in both languages", () => {
  assert.deepEqual(Object.keys(TEXTS.en).sort(), Object.keys(TEXTS.pt).sort());
});
