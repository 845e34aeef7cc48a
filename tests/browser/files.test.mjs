// The reports as files: the same on every run and machine, small, and whole without scripts.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { describe, test } from "node:test";
import { open } from "./support/browser.mjs";
import { committed } from "./support/pages.mjs";
import { printed, real, run } from "./support/program.mjs";

const machines = [
  {},
  { TZ: "Pacific/Kiritimati", LC_ALL: "ar_EG.UTF-8", LANG: "ar_EG.UTF-8", TERM: "dumb", COLUMNS: "40" },
  { TZ: "America/Adak", LC_ALL: "C", LANG: "C", TERM: "xterm-256color", COLUMNS: "300", NO_COLOR: "1", CI: "true" },
];

describe("A26: the same bytes on every run and machine", () => {
  for (const lang of ["en", "ar", "ar-OM"]) {
    for (const format of ["text", "markdown", "html", "json", "csv"]) {
      test(`${lang}, ${format}`, () => {
        const args = ["compare", "2", "3", "--lang", lang, "--format", format];
        const texts = machines.map((machine) => printed(real(), args, { env: { ...process.env, ...machine } }));
        for (const text of texts.slice(1)) assert.equal(text, texts[0]);
      });
    }
  }

  test("the committed reports are what the program writes now", () => {
    const { status, stderr } = run(real(), ["report", "--check"]);
    assert.equal(status, 0, stderr);
  });

  for (const page of committed) {
    test(`${page.name} names the command that makes it`, async () => {
      const text = readFileSync(page.file, "utf8");
      const [, command] = text.match(/<dl class="repro">.*?<code dir="ltr">rapporteur ([^<]+)<\/code>/);
      assert.equal(printed(real(), command.split(" ")), text);
    });
  }
});

describe("A27: nothing is missing without scripts", () => {
  for (const page of committed) {
    test(page.name, async () => {
      const pictures = [];
      for (const script of [true, false]) {
        await open(page.file, { script }, async (tab) => {
          pictures.push(await tab.screenshot({ fullPage: true }));
        });
      }
      assert.ok(Buffer.from(pictures[0]).equals(Buffer.from(pictures[1])), "the pictures differ");
    });
  }
});

describe("A28: no page is larger than 150 kB", () => {
  for (const page of committed) {
    test(page.name, () => assert.ok(statSync(page.file).size < 150_000));
  }
});
