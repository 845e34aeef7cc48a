// A long series: 40 rounds and 300 sectors still make a page that a person can use.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { open, resize } from "./support/browser.mjs";
import * as look from "./support/look.mjs";
import { printed, written } from "./support/program.mjs";

const [rounds, sectors] = [40, 300];

/** Rounds twice a year, each naming every sector whose number its own divides or lies near. */
function record() {
  const id = (at) => `sector-${at}`;
  const all = Array.from({ length: sectors }, (_, at) => at + 1);
  const titled = all.map((at) => [id(at), { title: { en: `Field of work number ${at}`, ar: `مجال العمل رقم ${at}` } }]);
  const round = (number) => ({
    round: number,
    date: `${2000 + Math.floor(number / 2)}-${number % 2 ? "10" : "04"}`,
    coverage: "partial",
    source: "minutes",
    sectors: all.filter((at) => (at * 7 + number * number) % 11 < 4 || at === number).map(id),
  });
  const numbers = Array.from({ length: rounds }, (_, at) => at + 1);
  return {
    "rounds/taxonomy.yaml": { sectors: Object.fromEntries(titled) },
    "rounds/long/dialogue.yaml": {
      title: { en: "A long dialogue", ar: "حوار طويل" },
      parties: { north: { title: { en: "North", ar: "الشمال" } }, south: { title: { en: "South", ar: "الجنوب" } } },
      sources: { minutes: { title: { en: "Minutes", ar: "المحاضر" }, tier: "official" } },
    },
    ...Object.fromEntries(numbers.map((number) => [`rounds/long/${number}.yaml`, round(number)])),
  };
}

export const folder = written("long", record());

/** The matrix of sectors with its region scrolled to the far end of both directions; run within the page. */
function scrolled() {
  const region = document.querySelector("[role='region'][aria-labelledby='m-sectors']");
  region.scrollIntoView({ block: "start" });
  const far = (document.documentElement.dir === "rtl" ? -1 : 1) * region.scrollWidth;
  region.scrollTo(far, region.scrollHeight);
  const box = (part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const [heads, names] = ["thead th", "tbody th[scope='row']"].map((wanted) => [...region.querySelectorAll(wanted)]);
  return {
    outer: box(region),
    moved: [region.scrollLeft !== 0, region.scrollTop > 0],
    head: box(heads.at(-1)),
    name: box(names.at(-1)),
    window: { width: innerWidth, height: innerHeight },
    rows: names.length,
    columns: heads.length,
  };
}

describe("40 rounds and 300 sectors", () => {
  for (const lang of ["en", "ar"]) {
    const file = path.join(folder, `series.${lang}.html`);
    printed(folder, ["history", "--lang", lang, "-o", file, "--quiet"]);

    test(`${lang}: less than a megabyte`, () => {
      assert.ok(statSync(file).size < 1_000_000, `${statSync(file).size} bytes`);
    });

    test(`${lang}: fits narrow and wide windows`, () => open(file, {}, async (tab) => {
      for (const width of [320, 1280]) {
        await resize(tab, width);
        await tab.evaluate(look.fold, true);
        assert.equal(await tab.evaluate(look.overflow), null, `${width} pixels`);
        assert.deepEqual(await tab.evaluate(look.outside), [], `${width} pixels`);
      }
    }));

    test(`${lang}: the matrix scrolls in its own region, its heads in view`, () => open(file, {}, async (tab) => {
      await resize(tab, 1280);
      const { outer, moved, head, name, window, rows, columns } = await tab.evaluate(scrolled);
      assert.deepEqual(moved, [true, true], "it scrolls both ways");
      assert.equal(columns, rounds + 2);
      assert.ok(rows > 100, `${rows} sectors in the open`);
      assert.ok(outer.bottom - outer.top <= window.height, "the region is no taller than the window");
      assert.ok(head.top >= outer.top - 1 && head.bottom <= outer.bottom, "the rounds stay at the top");
      assert.ok(name.left >= outer.left - 1 && name.right <= outer.right + 1, "the sectors stay at the side");
    }));
  }
});
