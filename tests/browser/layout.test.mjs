// Whether every page fits every window.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { open, resize } from "./support/browser.mjs";
import * as look from "./support/look.mjs";
import { committed, pages } from "./support/pages.mjs";

const widths = [320, 360, 820, 1280];

// What WCAG 1.4.12 lets a reader set.
const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`;

/** Gives the open page one more style, past its policy. */
async function restyle(tab, text) {
  await tab.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, text);
}

for (const page of pages) {
  describe(page.name, () => {
    test("A5, A6, A8, A9: fits", (t) => open(page.file, {}, async (tab) => {
      for (const width of widths) {
        await resize(tab, width);
        for (const open of [false, true]) {
          const state = `${width} pixels, folds ${open ? "open" : "closed"}`;
          await tab.evaluate(look.fold, open);
          await t.test(`A5: nothing to scroll sideways: ${state}`, async () => {
            assert.equal(await tab.evaluate(look.overflow), null);
          });
          await t.test(`A6: no box beyond the window: ${state}`, async () => {
            assert.deepEqual(await tab.evaluate(look.outside), []);
          });
          await t.test(`A9: links are large enough to hit: ${state}`, async () => {
            assert.deepEqual(await tab.evaluate(look.small), []);
          });
        }
      }
      await t.test("A8: room for a reader's own spacing", async () => {
        await resize(tab, 360);
        await restyle(tab, spacing);
        assert.equal(await tab.evaluate(look.overflow), null);
        assert.deepEqual(await tab.evaluate(look.outside), []);
      });
    }));
  });
}

/** Where the headline ends, and where the first sentence that counts does. */
function first() {
  const headline = document.querySelector("h1").getBoundingClientRect().bottom;
  const walk = document.createTreeWalker(document.querySelector(".stand"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    // A count is a number with its noun; dates have the year last.
    const count = node.data.match(/(?<![\d\s])[^\d]*?(?<count>\d+)\s\p{L}+/u);
    if (count && !/\d{4}/.test(node.data)) {
      const range = document.createRange();
      const at = node.data.indexOf(count.groups.count);
      range.setStart(node, at);
      range.setEnd(node, at + count.groups.count.length);
      return { headline, count: range.getBoundingClientRect().bottom };
    }
  }
  return { headline, count: null };
}

for (const page of committed) {
  test(`A22: ${page.name} begins with its headline and a count`, () => open(page.file, {}, async (tab) => {
    const wide = await tab.evaluate(first);
    assert.ok(wide.headline < 600, `headline ends at ${wide.headline} of a wide page`);
    await resize(tab, 360);
    const narrow = await tab.evaluate(first);
    assert.notEqual(narrow.count, null, "no count in the sentences below the headline");
    assert.ok(Math.max(narrow.headline, narrow.count) <= 800, JSON.stringify(narrow));
  }));
}
