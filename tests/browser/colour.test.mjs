// The reports in the dark, without colours, and in the colours of the reader's choice.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser, media, open } from "./support/browser.mjs";
import { committed, pages } from "./support/pages.mjs";

const kinds = ["e", "k", "a", "r"];
const full = committed.filter((page) => /\/3\./.test(page.name));

/** The relative luminance of a colour of the form rgb(r, g, b). */
function luminance(colour) {
  const [r, g, b] = colour.match(/\d+/g).slice(0, 3)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The grey values of what an element looks like. */
async function greys(tab, selector) {
  const element = await tab.$(selector);
  assert.ok(element, `there is a ${selector}`);
  await element.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const image = await element.screenshot({ encoding: "base64" });
  const blank = await (await browser()).newPage();
  try {
    return await blank.evaluate(async (data) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      canvas.drawImage(picture, 0, 0);
      const pixels = canvas.getImageData(0, 0, picture.width, picture.height).data;
      const values = [];
      for (let at = 0; at < pixels.length; at += 4) {
        values.push(Math.round(0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2]));
      }
      return values;
    }, image);
  } finally {
    await blank.close();
  }
}

/** How many of a hundred pixels two pictures do not share. */
function difference(one, other) {
  const size = Math.min(one.length, other.length);
  const apart = one.slice(0, size).filter((value, at) => Math.abs(value - other[at]) > 40).length;
  return (apart / size) * 100;
}

/** From the darkest to the lightest pixel. */
function span(values) {
  return Math.max(...values) - Math.min(...values);
}

describe("A20: dark pages are dark", () => {
  for (const page of pages) {
    test(page.name, () => open(page.file, { scheme: "dark" }, async (tab) => {
      const paint = () => getComputedStyle(document.body).backgroundColor;
      assert.ok(luminance(await tab.evaluate(paint)) < 0.05);
      await media(tab, { scheme: "light" });
      assert.ok(luminance(await tab.evaluate(paint)) > 0.9);
    }));
  }
});

describe("A21: the four kinds of square differ without colour", () => {
  for (const page of full) {
    for (const scheme of ["light", "dark"]) {
      test(`${page.name}, ${scheme}`, () => open(page.file, { scheme }, async (tab) => {
        const signs = await tab.evaluate((all) => all.map((kind) => {
          const tiles = [...document.querySelectorAll(`.tile.${kind}`)];
          return [...new Set(tiles.map((tile) => tile.querySelector("use").getAttribute("href")))].join();
        }), kinds);
        assert.equal(new Set(signs).size, kinds.length, `signs: ${signs}`);
        await tab.emulateVisionDeficiency("achromatopsia");
        const seen = [];
        for (const kind of kinds) seen.push(await greys(tab, `.tile.${kind}`));
        for (const [at, one] of seen.entries()) {
          for (const [later, other] of seen.slice(at + 1).entries()) {
            const apart = difference(one, other);
            const names = `${kinds[at]} and ${kinds[at + 1 + later]}`;
            assert.ok(apart > 5, `${names} differ in ${apart.toFixed(1)} % of their pixels`);
          }
        }
      }));
    }
  }
});

describe("A34: squares, steps and bars are there in forced colours", () => {
  for (const page of full) {
    for (const scheme of ["light", "dark"]) {
      test(`${page.name}, ${scheme}`, () => open(page.file, {}, async (tab) => {
        await media(tab, { scheme, forced: true });
        for (const kind of kinds) {
          assert.ok(span(await greys(tab, `.tile.${kind}`)) > 100, `square of kind ${kind}`);
        }
        const [on, off] = [await greys(tab, ".track span.on"), await greys(tab, ".track span.off")];
        assert.ok(span(off) > 100, "a step that was not reached has an edge");
        assert.ok(difference(on, off) > 30, "steps that were reached differ from those that were not");
        const bullet = await tab.$eval(".method li", (item) => getComputedStyle(item, "::before").backgroundColor);
        const paper = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.ok(Math.abs(luminance(bullet) - luminance(paper)) > 0.5, `bullets are ${bullet} on ${paper}`);
        for (const bar of [".caveat", ".card", ".col", ".mast"]) {
          const { width, style } = await tab.$eval(bar, (element) => {
            const { borderBlockStartWidth, borderInlineStartWidth, borderBlockStartStyle, borderInlineStartStyle } = getComputedStyle(element);
            const top = borderBlockStartStyle !== "none";
            return {
              width: parseFloat(top ? borderBlockStartWidth : borderInlineStartWidth),
              style: top ? borderBlockStartStyle : borderInlineStartStyle,
            };
          });
          assert.ok(width >= 3 && style !== "none", `${bar}: ${width} ${style}`);
        }
      }));
    }
  }
});
