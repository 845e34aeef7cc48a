// Opens every report in a real browser and looks at it.
//
// REPORTS names another folder than reports/, CHROMIUM another browser than the first of the usual
// names on the path.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import puppeteer from "puppeteer-core";
import { findBrowser, flags } from "./browser.mjs";
import * as look from "./look.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(process.env.REPORTS ?? path.join(here, "../../reports"));
const pages = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".html"))
  .sort();

const widths = [320, 360, 820, 1280];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser;
let profile;

before(async () => {
  profile = mkdtempSync(path.join(tmpdir(), "rapporteur-browser-"));
  browser = await puppeteer.launch({
    executablePath: findBrowser(),
    userDataDir: profile,
    args: flags,
  });
});

after(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Opens a page, tells what it asked for and said, and closes it after `visit`. */
async function open(file, { width = 1280, scheme = "light" }, visit) {
  const page = await browser.newPage();
  const address = pathToFileURL(file).href;
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(String(error)));
  try {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(address, { waitUntil: "load" });
    await visit(page);
    const others = asked.filter((url) => url !== address && !url.startsWith("data:"));
    assert.deepEqual(others, [], "the page asks for nothing but itself");
    assert.deepEqual(said, [], "the console stays empty");
  } finally {
    await page.close();
  }
}

function direction(lang) {
  const locale = new Intl.Locale(lang);
  return (locale.getTextInfo?.() ?? locale.textInfo).direction;
}

test("there are reports to look at", () => assert.notEqual(pages.length, 0, folder));

for (const name of pages) {
  const file = path.join(folder, name);

  describe(name, () => {
    test("is valid HTML", async () => {
      const validator = new HtmlValidate(new FileSystemConfigLoader(
        JSON.parse(readFileSync(path.join(here, ".htmlvalidate.json"), "utf8")),
      ));
      const { results } = await validator.validateString(readFileSync(file, "utf8"));
      const faults = results.flatMap((result) => result.messages)
        .map((fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`);
      assert.deepEqual(faults, []);
    });

    test("names its language and direction", () => open(file, {}, async (page) => {
      const root = await page.evaluate(look.root);
      const named = name.match(/\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.html$/)?.[1] ?? root.lang;
      assert.match(root.lang, /^[a-z]{2}/);
      assert.deepEqual(root, { lang: named, dir: direction(named) });
    }));

    test("holds no script, no inline style and no event handler", () => open(file, {}, async (page) => {
      assert.deepEqual(await page.evaluate(look.active), []);
    }));

    test("has one first heading and skips no level", () => open(file, {}, async (page) => {
      const levels = await page.evaluate(look.headings);
      assert.equal(levels.filter((level) => level === 1).length, 1, "one h1");
      levels.forEach((level, at) => {
        assert.ok(level <= (levels[at - 1] ?? 0) + 1, `h${level} at ${at} of ${levels}`);
      });
    }));

    test("has unique ids, and a target for every link within", () => open(file, {}, async (page) => {
      assert.deepEqual(await page.evaluate(look.anchors), { twice: [], lost: [] });
    }));

    for (const width of widths) {
      test(`fits a window of ${width} pixels`, () => open(file, { width }, async (page) => {
        assert.deepEqual(await page.evaluate(look.overflow), null, "folds closed");
        await page.evaluate(look.unfold);
        assert.deepEqual(await page.evaluate(look.overflow), null, "folds open");
      }));
    }

    for (const scheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        test(`is accessible: ${scheme}, ${width} pixels`, () => open(file, { scheme, width }, async (page) => {
          await page.evaluate(look.unfold);
          await page.evaluate(axe);
          assert.deepEqual(await page.evaluate(look.accessibility, axeTags), []);
        }));
      }
    }
  });
}
