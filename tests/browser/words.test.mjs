// The words that reports are made of.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { committed, invented, made } from "./support/pages.mjs";
import { root } from "./support/program.mjs";

const judging = {
  en: /\b(?:abandon\w*|reviv\w*|frozen|fail\w*|broken|missed|unknown|assum\w*|scrapp\w*|collaps\w*|stall\w*)\b/i,
  // Abandoned, frozen, failed, broken, missed, revived, unknown, assumed.
  ar: /تخل[ّ]?[ىي]|مجم[ّ]?د|فشل|إخفاق|فاشل|(?<!\p{L})نقض|فوّ?ت|إحياء|مجهول|مفترض/u,
};
const dropped = { en: /\bdropp?ed\b/i, ar: /مستبعد|استُبعد|أُسقط/u };

// What may say so: one of a closed list's classes, its note and its finding, and the sentence that
// explains it.
const closed = ["note-dropped", "class-dropped", "how-coverage", "finding-sectors-dropped"];
// The finding, which names the list that is complete.
const finding = { en: /Dropped from the complete list of /g, ar: /مستبعدة من القائمة الكاملة /gu };

/** The messages of a catalogue, one line each. */
function messages(lang) {
  const text = readFileSync(path.join(root, "locales", `${lang}.yaml`), "utf8");
  return text.split("\nmessages:\n")[1].split("\n")
    .map((line) => line.match(/^ {2}([a-z][a-z0-9-]*): *(.*)$/))
    .filter(Boolean)
    .map(([, key, words]) => ({ key, words }));
}

describe("A32: no word judges", () => {
  for (const lang of ["en", "ar"]) {
    test(`the catalogue of ${lang}`, () => {
      const all = messages(lang);
      assert.ok(all.length > 200, `${all.length} messages`);
      assert.deepEqual(all.filter(({ words }) => judging[lang].test(words)), []);
      const saying = all.filter(({ words }) => dropped[lang].test(words)).map(({ key }) => key);
      assert.deepEqual(saying.filter((key) => !closed.includes(key)), []);
    });
  }

  for (const page of [...committed, ...made, ...invented]) {
    test(`${page.name} calls an item dropped only where the list is complete`, () => {
      const lang = page.lang.slice(0, 2);
      const text = readFileSync(page.file, "utf8").replace(/<style>[^]*?<\/style>/, "");
      assert.doesNotMatch(text.replace(/<bdi[^>]*>[^<]*<\/bdi>/g, ""), judging[lang]);
      const tags = [...text.matchAll(/<span class="tag">(.*?)<\/span>/g)].map(([, tag]) => tag);
      const said = tags.filter((tag) => dropped[lang].test(tag));
      // Every round of the real record is partial.
      if (["real", "made"].includes(page.set)) assert.deepEqual(said, []);
      const found = text.match(finding[lang]) ?? [];
      if (["real", "made"].includes(page.set)) assert.deepEqual(found, []);
      const rest = text.replace(/<span class="tag">.*?<\/span>/g, "").replace(finding[lang], "")
        .replace(/<ul class="method">[^]*<\/ul>/, "");
      assert.doesNotMatch(rest, dropped[lang]);
    });
  }
});
