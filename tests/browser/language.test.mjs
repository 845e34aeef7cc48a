// Language and direction, word by word.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { open } from "./support/browser.mjs";
import * as look from "./support/look.mjs";
import { committed, pages } from "./support/pages.mjs";

const controls = /[\u202a-\u202e\u2066-\u2069]/u;
const adjacent = /[\d٠-٩]+[ \u00a0\u202f]+[\d٠-٩]+/gu;

// What a record says is the record's to answer for; this record says everything at once.
const own = pages.filter((page) => page.set !== "hostile");

for (const page of pages) {
  test(`A15: ${page.name} has no control character that turns the text`, () => {
    for (const file of [page.file, page.markdown]) {
      assert.doesNotMatch(readFileSync(file, "utf8"), controls);
    }
  });
}

for (const page of own) {
  describe(page.name, () => {
    test("A12–A14, A16: language and direction", (t) => open(page.file, {}, async (tab) => {
      await tab.evaluate(look.fold, true);
      await t.test("A12: every text stands in its own language and direction", async () => {
        assert.deepEqual(await tab.evaluate(look.misplaced), []);
      });
      await t.test("A13: tables begin where reading begins", async () => {
        const found = await tab.evaluate(look.columns);
        assert.notEqual(found.length, 0, "tables with two columns");
        assert.deepEqual([...new Set(found)], [page.arabic ? "rtl" : "ltr"]);
      });
      await t.test("A14: Arabic is neither spaced out nor slanted", async () => {
        assert.deepEqual(await tab.evaluate(look.slanted), []);
      });
      if (!page.arabic) return;
      await t.test("A12: the window's title begins with an Arabic letter", async () => {
        assert.match(await tab.title(), /^[^\p{L}]*\p{Script=Arabic}/u);
      });
      await t.test("A16: no arrow, and no two numbers side by side", async () => {
        const text = await tab.evaluate(() => document.body.innerText);
        assert.doesNotMatch(text, /[→←]/u);
        assert.deepEqual(text.match(adjacent) ?? [], []);
      });
    }));
    if (page.arabic) {
      test("A16: the same in Markdown", () => {
        const text = readFileSync(page.markdown, "utf8");
        assert.doesNotMatch(text, /[→←]/u);
        assert.deepEqual(text.match(adjacent) ?? [], []);
      });
    }
  });
}

const words = (text) => text.trim().split(/\s+/u).length;

for (const page of committed) {
  test(`A23: ${page.name} has short headings, and a sentence below each figure's`, () => open(page.file, {}, async (tab) => {
    const { h1, figures } = await tab.evaluate(() => ({
      h1: document.querySelector("h1").textContent,
      figures: [...document.querySelectorAll("figcaption")].map((caption) => ({
        title: caption.querySelector("h3").textContent,
        subtitle: caption.querySelector("p").textContent,
      })),
    }));
    if (!page.arabic) assert.ok(words(h1) <= 15, h1);
    for (const { title, subtitle } of figures) {
      assert.ok(words(title) <= 15, title);
      assert.match(subtitle, /\.$/u);
    }
  }));
}
