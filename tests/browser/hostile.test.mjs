// Texts made to hurt: they are shown as they are, and change nothing else.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { open } from "./support/browser.mjs";
import * as look from "./support/look.mjs";
import { shown, skeleton, words } from "./support/markdown.mjs";
import { hurtful } from "./support/pages.mjs";
import { hostile, plain, printed, run, written } from "./support/program.mjs";
import { hostileText, payloads, record } from "./support/record.mjs";

printed(plain(), ["report", "--all", "--quiet"]);
const harmless = (file) => file.replace(hostile(), plain());

describe("A31: hostile texts change no structure", () => {
  for (const page of hurtful) {
    test(`${page.name}, HTML`, async () => {
      const skeletons = [];
      for (const file of [page.file, harmless(page.file)]) {
        await open(file, {}, async (tab) => {
          skeletons.push(await tab.evaluate(look.skeleton));
          assert.notEqual(await tab.title(), "x", "a script ran");
        });
      }
      assert.deepEqual(skeletons[0], skeletons[1]);
    });

    test(`${page.name}, Markdown`, () => {
      const [hurt, well] = [page.markdown, harmless(page.markdown)].map((file) => readFileSync(file, "utf8"));
      assert.deepEqual(skeleton(shown(hurt)), skeleton(shown(well)));
      const told = words(shown(hurt)).replace(/\s+/gu, " ");
      for (const payload of payloads) {
        assert.ok(told.includes(payload.replace(/\s+/gu, " ")), `shown as it is: ${payload}`);
      }
      // A host looks for people and issues in the text that it is sent.
      assert.doesNotMatch(hurt, /@[a-z]/i, "nobody is pinged");
      assert.doesNotMatch(hurt, /(?<![&\w])#\d/, "no issue is linked");
    });
  }
});

describe("A31: hostile texts give no orders", () => {
  const calls = [
    ["check"],
    ["list", "sectors"],
    ["list", "agreements"],
    ...["text", "markdown", "html", "json"].flatMap((format) => [
      ["compare", "1", "2", "--format", format],
      ["compare", "1", "2", "--format", format, "--lang", "ar"],
    ]),
  ];
  for (const args of calls) {
    test(args.join(" "), () => {
      const { status, stdout, stderr } = run(hostile(), [...args, "--color", "never"]);
      assert.equal(status, 0, stderr);
      for (const text of [stdout, stderr]) {
        assert.doesNotMatch(text, /^\s*::/m, "no line begins as a command of continuous integration");
        assert.doesNotMatch(text, /##\[/, "nor in the older form");
        assert.doesNotMatch(text, /[\x00-\x09\x0b-\x1f\x7f\x80-\x9f]/, "no control character");
      }
    });
  }

  test("a cell of a table is no formula", () => {
    const text = printed(hostile(), ["compare", "1", "2", "--format", "csv"]);
    assert.match(text, /=cmd\(\)/);
    assert.doesNotMatch(text, /(?:^|,)"?[=+@]/m);
  });
});

describe("A31: what turns text around or drives a terminal is refused", () => {
  for (const [name, character] of [["an override", "\u202e"], ["an isolate", "\u2067"], ["an escape", "\u001b[31m"], ["a null", "\u0000"]]) {
    test(name, () => {
      const folder = written(`refused-${name.replaceAll(" ", "-")}`, record((number) => (number === 40 ? `a${character}b` : hostileText(number))));
      const checked = run(folder, ["check", "--color", "never"]);
      assert.equal(checked.status, 1, checked.stderr);
      assert.doesNotMatch(checked.stdout + checked.stderr, /[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]/);
      assert.equal(run(folder, ["report", "--all"]).status, 2);
      assert.ok(!existsSync(path.join(folder, "reports")), "nothing is written");
    });
  }
});
