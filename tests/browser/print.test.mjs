// The reports on paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { media, open } from "./support/browser.mjs";
import { committed, made } from "./support/pages.mjs";
import { scratch } from "./support/program.mjs";

function tool(name, ...args) {
  return execFileSync(name, args, { encoding: "latin1", maxBuffer: 1 << 28 });
}

/** Prints an open page to a file, on the paper that the page asks for or on another. */
async function print(tab, name, format) {
  const file = path.join(scratch, `${name.replaceAll("/", "-")}.pdf`);
  const paper = format ? { format } : { preferCSSPageSize: true };
  writeFileSync(file, await tab.pdf({ ...paper, printBackground: true, tagged: true }));
  return file;
}

/** What `pdfinfo` says, by name. */
function info(file) {
  const lines = execFileSync("pdfinfo", ["-enc", "UTF-8", file], { encoding: "utf8" }).split("\n");
  return Object.fromEntries(lines.map((line) => [line.split(":", 1)[0], line.replace(/^[^:]*:\s*/, "")]));
}

/** The letters of a text in no order: extraction from right-to-left pages keeps the letters only. */
function letters(text) {
  return [...text.normalize("NFKC")].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).sort().join("");
}

/** The text of a PDF file. */
function read(file) {
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}

/** Whether one line of `text` holds the words, in whatever order they were drawn. */
function holds(text, words) {
  const wanted = words.split(/\s+/u).map(letters).filter((word) => word !== "");
  const there = new Set(text.split(/\s+/u).map(letters));
  return wanted.filter((word) => !there.has(word));
}

/** The corner pixel of the first page, and the share of its pixels that are nearly white. */
function whiteness(file) {
  const image = Buffer.from(tool("pdftoppm", "-r", "20", "-f", "1", "-l", "1", file), "latin1");
  const header = image.toString("latin1", 0, 40).match(/^P6\s+(\d+)\s+(\d+)\s+255\s/);
  const pixels = image.subarray(header[0].length);
  let white = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    if (pixels[at] > 240 && pixels[at + 1] > 240 && pixels[at + 2] > 240) white += 1;
  }
  return { corner: [...pixels.subarray(0, 3)], share: white / (pixels.length / 3) };
}

describe("A19: on paper", () => {
  for (const page of committed) {
    test(page.name, (t) => open(page.file, {}, async (tab) => {
      const { title, folded } = await tab.evaluate(() => ({
        title: document.title,
        folded: [...document.querySelectorAll(".fold tbody bdi")].map((phrase) => phrase.textContent),
      }));
      const file = await print(tab, page.name);
      const seen = info(file);
      await t.test("is A4, tagged and titled", () => {
        assert.match(seen["Page size"], /A4/);
        assert.equal(seen.Tagged, "yes");
        assert.equal(seen.Title, title);
      });
      // A pair is what is handed round; a whole series is as long as it is.
      if (/\/\d/.test(page.name)) {
        await t.test("no longer than six pages, on A4 and on Letter", async () => {
          assert.ok(Number(seen.Pages) <= 6, `${seen.Pages} pages`);
          const letter = info(await print(tab, `${page.name}-letter`, "Letter"));
          assert.match(letter["Page size"], /letter/);
          assert.ok(Number(letter.Pages) <= 6, `${letter.Pages} pages`);
        });
      }
      await t.test("numbers its pages", () => {
        const last = read(file).trimEnd().split("\n").at(-1).trim();
        assert.match(last, new RegExp(`${seen.Pages}\\s*/\\s*${seen.Pages}`));
      });
      await t.test("shows what is folded on the screen", () => {
        const text = read(file);
        for (const phrase of folded) assert.deepEqual(holds(text, phrase), [], phrase);
        if (/\/3\./.test(page.name)) {
          assert.notEqual(folded.length, 0, "wordings in the fold");
        }
      });
    }));
  }
});

describe("A20: print from a dark screen is white", () => {
  for (const page of [...committed, ...made].filter((one) => /\/3[.-]/.test(one.name))) {
    test(page.name, () => open(page.file, { scheme: "dark" }, async (tab) => {
      const { corner, share } = whiteness(await print(tab, `${page.name}-dark`));
      assert.deepEqual(corner, [255, 255, 255]);
      assert.ok(share > 0.6, `${Math.round(share * 100)} % of the first page is white`);
      await media(tab, { scheme: "dark", type: "print" });
      const colour = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(colour, "rgb(255, 255, 255)");
    }));
  }
});
