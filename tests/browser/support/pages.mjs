// The pages that are looked at: the reports as committed, and those that the program writes now.

import { readdirSync } from "node:fs";
import path from "node:path";
import { fictional, gap, hostile, printed, real, root, scratch, written } from "./program.mjs";

/** Pairs of the real record that have no committed report, and a language with its own digits. */
const others = [
  ["1-3", "en", ["1", "3"]],
  ["1-3", "ar", ["1", "3"]],
  ["3-2", "en", ["3", "2"]],
  ["3-2", "ar", ["3", "2"]],
  ["3", "ar-OM", ["2", "3"]],
];

function page(set, file) {
  const name = path.basename(file, ".html");
  const lang = name.slice(name.indexOf(".") + 1);
  return { set, file, lang, arabic: lang.startsWith("ar"), name: `${set}/${name}`, markdown: file.replace(/html$/, "md") };
}

function under(set, folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => page(set, path.join(folder, name)));
}

function reported(set, folder) {
  printed(folder, ["report", "--all", "--quiet"]);
  return under(set, path.join(folder, "reports"));
}

/** The committed reports. */
export const committed = under("real", process.env.REPORTS ?? path.join(root, "reports"));

/** Pages of pairs and languages that are not committed. */
export const made = others.map(([name, lang, rounds]) => {
  const file = path.join(written("made", {}), `${name}.${lang}.html`);
  const outputs = ["-o", file, "-o", file.replace(/html$/, "md")];
  printed(real(), ["compare", ...rounds, "--lang", lang, ...outputs, "--quiet"]);
  return page("made", file);
});

/** Pages of the fictional records. */
export const invented = [...reported("fictional", fictional()), ...reported("gap", gap())];

/** Pages of the record made to hurt. */
export const hurtful = reported("hostile", hostile());

/** Every page there is. */
export const pages = [...committed, ...made, ...invented, ...hurtful];

/** The page of the same report in another language. */
export function translated(one, lang) {
  const name = one.name.replace(one.lang, lang);
  return pages.find((other) => other.name === name);
}

export { scratch };
