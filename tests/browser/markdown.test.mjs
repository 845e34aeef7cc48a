// The Markdown reports, as a host of pull requests shows them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { census, elements, raw, shown, shownByOther, skeleton, words } from "./support/markdown.mjs";
import { leading, pages, reviewed } from "./support/pages.mjs";
import { printed, written } from "./support/program.mjs";
import { crowd } from "./support/record.mjs";

const read = (page) => readFileSync(page.markdown, "utf8");

/** Words without the white space between them, which parsers treat in their own ways. */
const squeezed = (tree) => words(tree).replace(/\s+/gu, "");

describe("A29: Markdown keeps its structure and direction on a host", () => {
  for (const page of pages) {
    test(page.name, () => {
      const text = read(page);
      const tree = shown(text);
      assert.deepEqual(census(tree), census(raw(text)), "nothing is taken out");
      const names = elements(tree).map((element) => element.tagName);
      const folds = text.includes("<details>") ? ["details", "summary"] : [];
      const parts = leading.includes(page) || reviewed.includes(page) ? ["h2", "table"] : ["h2", "h3", "code"];
      for (const name of [...parts, ...folds]) {
        assert.ok(names.includes(name), `there is a ${name}`);
      }
      const unwanted = ["bdi", "blockquote", "section", "img", "pre", "script", "style", "hr", "del", "input"];
      assert.deepEqual(names.filter((name) => unwanted.includes(name)), []);
      const addresses = elements(tree).map((element) => element.properties.href).filter((href) => href !== undefined);
      for (const href of addresses) assert.match(href, /^(\.\.\/)?([a-z0-9-]+\/)?[a-z0-9-]+(\.[A-Za-z-]+)?\.(html|md)$/);
      assert.doesNotMatch(text, /^\|.*:-|-:\|/m, "no column is told to the left or right");
      if (page.arabic) {
        const [first] = tree.children.filter((child) => child.type === "element");
        assert.deepEqual([first.tagName, first.properties.dir, first.properties.lang], ["div", "rtl", page.lang]);
        assert.equal(elements(tree).length, elements(first).length, "all of it stands in the right direction");
      }
    });

    test(`${page.name}, by another parser`, () => {
      const text = read(page);
      assert.deepEqual(skeleton(shownByOther(text)), skeleton(shown(text)));
      assert.equal(squeezed(shownByOther(text)), squeezed(shown(text)));
    });
  }
});

describe("A30: a report of 300 sectors is a comment all the same", () => {
  const folder = written("crowd", crowd(300));
  for (const lang of ["en", "ar"]) {
    const text = printed(folder, ["compare", "1", "2", "--lang", lang, "--format", "markdown"]);
    const [characters, bytes] = [[...text].length, Buffer.byteLength(text)];

    test(`${lang}: at most 60,000 characters and 240,000 bytes`, () => {
      assert.ok(characters <= 60_000, `${characters} characters`);
      assert.ok(bytes <= 240_000, `${bytes} bytes`);
    });

    test(`${lang}: keeps its headline and counts`, () => {
      const tree = shown(text);
      const names = elements(tree).map((element) => element.tagName);
      assert.ok(names.includes("h2"));
      assert.match(text, /150/);
    });
  }

  for (const args of [["compare", "1", "2"], ["history"], ["portfolio"]]) {
    test(`1,200 sectors, ${args[0]}: within the same limits, saying what was left out`, () => {
      const text = printed(written("throng", crowd(1200)), [...args, "--lang", "en", "--format", "markdown"]);
      assert.ok([...text].length <= 60_000, `${[...text].length} characters`);
      assert.match(text, /Left out to keep this text short: .*--format html<\/code>/);
    });
  }
});
