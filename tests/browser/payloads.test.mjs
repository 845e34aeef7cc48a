// Hundreds of texts made to hurt, in every field that holds a text, in every format.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { open } from "./support/browser.mjs";
import { printed, run, scratch, written } from "./support/program.mjs";
import { everyField, plainText } from "./support/record.mjs";

const families = JSON.parse(readFileSync(new URL("./support/payloads.json", import.meta.url), "utf8"));
const { refused, ...shown } = families;
const own = Object.values(shown).flat();

/**
 * Strings that break things, where the published list is at hand; what no record takes left out: an Arabic comma in an
 * item of a list counts as a slip.
 */
function naughty() {
  const file = path.join(process.env.RAPPORTEUR_TEST_DATA ?? "", "naughty-strings.json");
  if (!process.env.RAPPORTEUR_TEST_DATA || !existsSync(file)) return [];
  const taken = (text) => !/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff،]/u.test(text);
  return JSON.parse(readFileSync(file, "utf8")).filter((text) => text.trim() && taken(text));
}

const all = [...own, ...naughty()];
const size = 60;
const shares = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

test("there are at least three hundred, no two alike", () => {
  const every = Object.values(families).flat();
  assert.equal(new Set(every).size, every.length);
  assert.ok(every.length >= 300, `${every.length}`);
});

for (const [nth, payloads] of shares.entries()) {
  // Every field holds all of them, and each begins with another one.
  const text = (number) => {
    const first = (number * 7) % payloads.length;
    return `${[...payloads.slice(first), ...payloads.slice(0, first)].join("\n")}\n${number}`;
  };
  describe(`payloads ${nth * size + 1} to ${nth * size + payloads.length}`, () => {
    const folder = written(`payloads-${nth}`, everyField(text));
    const files = [];
    const make = (name, args) => {
      const file = path.join(folder, `${name}.html`);
      const outputs = ["html", "md", "json", "csv", "txt"].flatMap((ending) => ["-o", file.replace(/html$/, ending)]);
      printed(folder, [...args, ...outputs, "--quiet"]);
      files.push(file);
    };
    for (const lang of ["en", "ar"]) {
      make(`pair.${lang}`, ["compare", "1", "2", "--lang", lang]);
      make(`series.${lang}`, ["history", "--lang", lang]);
    }

    test("pages run nothing, ask for nothing and open nothing", async () => {
      for (const file of files) {
        await open(file, {}, async (tab) => {
          const ran = await tab.evaluate(() => ({
            ran: typeof globalThis.ran,
            scripts: document.scripts.length,
            handlers: [...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith("on")),
            strange: document.querySelectorAll("iframe,object,embed,base,form,meta[http-equiv=refresh],link[href]:not([href^='data:']),[src]:not([src^='data:'])").length,
            links: [...document.links].map((link) => link.protocol).filter((one) => !["https:", "http:", "file:"].includes(one)),
          }));
          assert.deepEqual(ran, { ran: "undefined", scripts: 0, handlers: [], strange: 0, links: [] });
        });
      }
    });

    test("other formats give no orders", () => {
      for (const file of files) {
        const read = (ending) => readFileSync(file.replace(/html$/, ending), "utf8");
        JSON.parse(read("json"));
        const cells = read("csv").matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|\r?\n|$)/g);
        for (const [, quoted, bare] of cells) assert.doesNotMatch(quoted ?? bare, /^[=+@\t\r]/, "no formula");
        assert.doesNotMatch(read("md"), /(?<![\w&;])@[a-z]|(?<![&\w])#\d|<script|<img|<svg|(?<!\\)\]\(javascript:/i, "no mention, issue or markup");
        for (const ending of ["txt", "md"]) {
          assert.doesNotMatch(read(ending), /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/m, `no control character: ${ending}`);
        }
      }
      // What is printed may land in the log of a run.
      for (const args of [["compare", "1", "2"], ["history"], ["list", "sectors"], ["list", "agreements"], ["findings", "1", "2"], ["suggest"], ["portfolio"]]) {
        assert.doesNotMatch(printed(folder, args), /^\s*::|##\[|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/m, args[0]);
      }
      for (const format of ["github-annotations", "sarif", "gitlab", "junit"]) {
        const { status, stdout, stderr } = run(folder, ["check", "--format", format, "--color", "never"]);
        assert.equal(status, 0, stderr);
        assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
        if (format === "sarif" || format === "gitlab") JSON.parse(stdout);
        if (format === "github-annotations") assert.doesNotMatch(stdout, /^::(?!error|warning|notice)/m);
        if (format === "junit") assert.doesNotMatch(stdout, /<(?:script|img|svg)/i);
      }
    });
  });
}

describe("what turns text around or drives a terminal is refused, whatever the field", () => {
  test(`${refused.length} texts`, () => {
    for (const [nth, payload] of refused.entries()) {
      // Every text of the record has its number; each payload comes to another one.
      const folder = written(`refused-payload-${nth}`, everyField((number) => (number % refused.length === nth ? payload : plainText(number))));
      const { status, stdout, stderr } = run(folder, ["check", "--color", "never"]);
      assert.equal(status, 1, JSON.stringify(payload));
      assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/, JSON.stringify(payload));
    }
  });
});

describe("an id is no path and no markup", () => {
  test("every payload as an id", () => {
    const ids = [...own, ...refused].filter((text) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text));
    const named = ids.map((id) => ({ id }));
    const files = { "rounds/ids/1.yaml": { round: 1, date: "2020", agreements: named.slice(0, 40), bodies: named.slice(40) } };
    const folder = written("payload-ids", files);
    const { status, stdout, stderr } = run(folder, ["check", "--color", "never"]);
    assert.equal(status, 1, stderr);
    assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    assert.equal(run(folder, ["report", "--all"]).status, 2);
    assert.ok(!existsSync(path.join(folder, "reports")) && !existsSync(path.join(scratch, "etc")), "nothing is written");
  });
});
