// What every page is made of.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { open } from "./support/browser.mjs";
import * as look from "./support/look.mjs";
import { committed, pages } from "./support/pages.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const rules = JSON.parse(readFileSync(path.join(here, ".htmlvalidate.json"), "utf8"));
const validator = new HtmlValidate(new FileSystemConfigLoader(rules));

const policy = /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; img-src data:; base-uri 'none'; form-action 'none'$/;
const physical = /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)[\w-]*|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)/g;

const style = (text) => text.match(/<style>([^]*?)<\/style>/)[1];

test("there are reports to look at", () => assert.notEqual(committed.length, 0));

test("A17: every page has the same style sheet, which knows no left and no right", () => {
  const styles = new Set(pages.map((page) => style(readFileSync(page.file, "utf8"))));
  assert.equal(styles.size, 1, "style sheets");
  const [sheet] = styles;
  assert.deepEqual(sheet.match(physical) ?? [], []);
});

for (const page of pages) {
  describe(page.name, () => {
    test("is valid HTML", async () => {
      const { results } = await validator.validateString(readFileSync(page.file, "utf8"));
      const faults = results.flatMap((result) => result.messages)
        .map((fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`);
      assert.deepEqual(faults, []);
    });

    test("A1–A4, A10, A11: language, silence, style, targets, headings", (t) => open(page.file, {}, async (tab) => {
      await t.test("A1: names its language and direction", async () => {
        const dir = page.arabic ? "rtl" : "ltr";
        assert.deepEqual(await tab.evaluate(look.root), { lang: page.lang, dir });
      });
      await t.test("A3: holds nothing that acts", async () => {
        assert.deepEqual(await tab.evaluate(look.active), []);
      });
      await t.test("A4: has a policy, and its style all the same", async () => {
        const seen = await tab.evaluate(look.styled);
        assert.match(seen.policy, policy);
        assert.equal(seen.mast, "6px");
      });
      await t.test("A10: has unique ids, and a target for every link within", async () => {
        assert.deepEqual(await tab.evaluate(look.anchors), { twice: [], lost: [] });
      });
      await t.test("A11: has one first heading and skips no level", async () => {
        const levels = await tab.evaluate(look.headings);
        assert.equal(levels.filter((level) => level === 1).length, 1, "one h1");
        levels.forEach((level, at) => {
          assert.ok(level <= (levels[at - 1] ?? 0) + 1, `h${level} at ${at} of ${levels}`);
        });
      });
    }));
  });
}
