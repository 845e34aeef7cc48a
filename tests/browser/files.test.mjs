// The reports as files: the same on every run and machine, small, and whole without scripts.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { open } from "./support/browser.mjs";
import { committed, leading } from "./support/pages.mjs";
import { printed, real, run, written } from "./support/program.mjs";

/** Where Debian keeps the Noto fonts. */
const fonts = "/usr/share/fonts/truetype/noto";

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
      // A page that is made alone has no links to others.
      const alone = text.replace(/<nav class="(tongues|beside)".*?<\/nav>/g, "");
      assert.equal(printed(real(), command.split(" ")), alone);
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

describe("A28: no page is larger than 150 kB, or 250 kB with its fonts", () => {
  for (const page of [...committed, ...leading]) {
    test(page.name, () => assert.ok(statSync(page.file).size < 150_000));
  }

  for (const lang of ["en", "ar"]) {
    test(`3.${lang}, with fonts`, async () => {
      const file = path.join(written("fonts", {}), `3.${lang}.html`);
      mkdirSync(path.dirname(file), { recursive: true });
      printed(real(), ["compare", "2", "3", "--lang", lang, "--embed-fonts", fonts, "-o", file]);
      assert.ok(statSync(file).size < 250_000, `${statSync(file).size} bytes`);
      await open(file, {}, async (tab) => {
        const faces = await tab.evaluate(async () => {
          await document.fonts.ready;
          return [...document.fonts].map(({ family, weight, status }) => [family, weight, status]);
        });
        const names = faces.filter(([, , status]) => status === "loaded").map(([family]) => family);
        assert.ok(names.includes(lang === "ar" ? "Noto Naskh Arabic" : "Noto Serif"), String(faces));
        assert.deepEqual(faces.filter(([, , status]) => status === "error"), []);
        // The letters of the page are as wide, and so joined and set, as with the whole font.
        const widths = await tab.evaluate(async (arabic) => {
          const whole = arabic ? "Noto Naskh Arabic Bold" : "Noto Serif Bold";
          const face = new FontFace("Whole", `local("${whole}")`, { weight: "600 700" });
          document.fonts.add(await face.load());
          const heading = document.querySelector("h1");
          heading.textContent = arabic ? heading.textContent.replace(/[^\p{Script=Arabic} ]/gu, "") : "oooo";
          const span = document.createElement("span");
          span.append(...heading.childNodes);
          heading.append(span);
          span.style.whiteSpace = "nowrap";
          const embedded = span.getBoundingClientRect().width;
          span.style.fontFamily = "Whole";
          await document.fonts.ready;
          return [embedded, span.getBoundingClientRect().width];
        }, lang === "ar");
        assert.ok(Math.abs(widths[0] - widths[1]) < 0.5, String(widths));
      });
    });
  }
});
