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

/**
 * What axe objects to, and what it cannot decide; run within the page.
 *
 * Of what a region has scrolled out of view it cannot tell the background: that is judged again with
 * every region unrolled, where nothing may be left undecided.
 */
async function faults(values) {
  /* global axe */
  const run = (runOnly) => axe.run(document, { runOnly, resultTypes: ["violations", "incomplete"] });
  const away = (rule, node) => {
    const part = document.querySelector(node.target[0]);
    const region = part?.closest("[role='region'][tabindex='0']");
    if (rule.id !== "color-contrast" || !region) return false;
    const [inner, outer] = [part, region].map((one) => one.getBoundingClientRect());
    const covered = [...region.querySelectorAll("th")]
      .filter((head) => getComputedStyle(head).position === "sticky" && !head.contains(part))
      .map((head) => head.getBoundingClientRect())
      .some((head) => head.left < inner.right && head.right > inner.left && head.top < inner.bottom && head.bottom > inner.top);
    return covered || inner.left < outer.left || inner.right > outer.right || inner.top < outer.top || inner.bottom > outer.bottom;
  };
  const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ");
  const said = (rules, pass = () => false) => rules.flatMap((rule) => rule.nodes
    .filter((node) => !pass(rule, node))
    .map((node) => `${rule.id}: ${node.target}: ${why(node)}`));
  const seen = await run({ type: "tag", values });
  const [violations, undecided] = [said(seen.violations), said(seen.incomplete, away)];
  if (said(seen.incomplete).length === undecided.length) return { violations, undecided };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.scroll { overflow: visible !important; max-block-size: none !important }
    .scroll th { position: static !important }
    html, body, .wrap { inline-size: max-content !important; max-inline-size: none !important }`);
  document.adoptedStyleSheets = [sheet];
  const whole = await run({ type: "rule", values: ["color-contrast"] });
  document.adoptedStyleSheets = [];
  return {
    violations: [...violations, ...said(whole.violations)],
    undecided: [...undecided, ...said(whole.incomplete)],
  };
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
