// What a reader of any sight or tool can make of every page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { media, open, resize } from "./support/browser.mjs";
import * as look from "./support/look.mjs";
import { committed, hurtful, pages } from "./support/pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const schemes = ["light", "dark"];
const widths = [1280, 360, 320];

/** What axe objects to, and what it cannot decide; run within the page. */
async function faults(values) {
  /* global axe */
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: "tag", values },
    resultTypes: ["violations", "incomplete"],
  });
  const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ");
  const said = (rules) => rules.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target}: ${why(node)}`));
  return { violations: said(violations), undecided: said(incomplete) };
}

// The committed reports in every state; the others, which share their templates, in turn in two.
const outermost = [{ scheme: "light", width: 320, open: true }, { scheme: "dark", width: 1280, open: true }];
const states = (page) => (committed.includes(page)
  ? schemes.flatMap((scheme) => widths.flatMap((width) => [false, true].map((open) => ({ scheme, width, open }))))
  : [outermost[pages.indexOf(page) % 2]]);

describe("A7: axe objects to nothing", { concurrency: 2 }, () => {
  for (const page of pages) {
    test(page.name, (t) => open(page.file, {}, async (tab) => {
      await tab.evaluate(axe);
      for (const { scheme, width, open } of states(page)) {
        await t.test(`${scheme}, ${width} pixels, folds ${open ? "open" : "closed"}`, async () => {
          await resize(tab, width);
          await media(tab, { scheme });
          await tab.evaluate(look.fold, open);
          const { violations, undecided } = await tab.evaluate(faults, tags);
          assert.deepEqual(violations, []);
          assert.deepEqual(undecided, []);
        });
      }
    }));
  }
});

/** Texts of too little contrast against what is painted behind them, Arabic or not; run within the page. */
function faint() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour) => {
    const [r, g, b] = rgba(colour).slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (...colours) => {
    const [less, more] = colours.map(luminance).sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (rgba(colour)[3] === 255) return colour;
    }
    return "white";
  };
  const found = new Set();
  let least = Infinity;
  let texts = 0;
  const judge = (what, needed, ...colours) => {
    texts += 1;
    const ratio = contrast(...colours);
    least = Math.min(least, ratio);
    if (ratio < needed) found.add(`${what} ${colours.join(" on ")}: ${ratio.toFixed(2)}, not ${needed}`);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(".vh, style")) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(parent);
    const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    judge(`${parent.localName}.${parent.className}`, large ? 3 : 4.5, color, behind(parent));
  }
  for (const part of document.querySelectorAll(".tile, .track span")) {
    const { borderTopColor, color } = getComputedStyle(part);
    judge(`border of ${part.className}`, 3, borderTopColor, behind(part.parentElement));
    if (part.matches(".tile")) judge(`sign in ${part.className}`, 3, color, behind(part));
  }
  for (const part of document.querySelectorAll(".caveat, .card, .mast, .col")) {
    const { borderTopWidth, borderTopColor, borderInlineStartColor } = getComputedStyle(part);
    const colour = borderTopWidth === "0px" ? borderInlineStartColor : borderTopColor;
    if (!part.matches(".mast")) judge(`rule of ${part.className}`, 3, colour, behind(part.parentElement));
  }
  return { found: [...found], texts, least };
}

describe("Contrast of every text, 4.5 to 1, and of every sign, 3 to 1", () => {
  for (const page of [...committed, ...hurtful]) {
    for (const state of [{ scheme: "light" }, { scheme: "dark" }, { scheme: "dark", type: "print" }]) {
      test(`${page.name}, ${state.scheme} ${state.type ?? ""}`, () => open(page.file, {}, async (tab) => {
        await media(tab, state);
        await tab.evaluate(look.fold, true);
        const { found, texts } = await tab.evaluate(faint);
        assert.ok(texts > 50, `${texts} texts were judged`);
        assert.deepEqual(found, []);
      }));
    }
  }
});
