// The pages that are looked at: the reports as committed, and those that the program writes now.

import { readdirSync } from "node:fs";
import path from "node:path";
import { fictional, gap, hostile, printed, real, root, written } from "./program.mjs";
import { reviews } from "./reviews.mjs";

/** Pairs of the real record that have no committed report, and a language with its own digits. */
const others = [
  ["1-3", "en", ["1", "3"]],
  ["1-3", "ar", ["1", "3"]],
  ["3-2", "en", ["3", "2"]],
  ["3-2", "ar", ["3", "2"]],
  ["3", "ar-OM", ["2", "3"]],
];

/** What PAGES, a pattern, leaves of the pages: a run for the eye of the person who mends one. */
const wanted = new RegExp(process.env.PAGES ?? "");
const chosen = (all) => all.filter((one) => wanted.test(one.name));

function page(set, file) {
  const name = path.basename(file, ".html");
  // The index of the first language is the folder's own.
  const lang = name === "index" ? "en" : name.slice(name.indexOf(".") + 1);
  return { set, file, lang, arabic: lang.startsWith("ar"), name: `${set}/${name}`, markdown: file.replace(/html$/, "md") };
}

/** The reports of dialogues, each below a folder of its own. */
function under(set, folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  const own = names.filter((name) => name.includes(path.sep));
  return chosen(own.sort().map((name) => page(set, path.join(folder, name))));
}

/** The pages on all dialogues of a folder of reports. */
function above(set, folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return chosen(names.sort().map((name) => page(set, path.join(folder, name))));
}

function reported(set, folder) {
  printed(folder, ["report", "--all", "--quiet"]);
  return under(set, path.join(folder, "reports"));
}

const reports = process.env.REPORTS ?? path.join(root, "reports");

/** The committed reports. */
export const committed = under("real", reports);

/** Pages of pairs and languages that are not committed. */
export const made = chosen(others.map(([name, lang, rounds]) => {
  const file = path.join(written("made", {}), `${name}.${lang}.html`);
  const outputs = ["-o", file, "-o", file.replace(/html$/, "md")];
  printed(real(), ["compare", ...rounds, "--lang", lang, ...outputs, "--quiet"]);
  return page("made", file);
}));

/** Pages of the fictional records. */
export const invented = [...reported("fictional", fictional()), ...reported("gap", gap())];

/** Pages of the record made to hurt. */
export const hurtful = reported("hostile", hostile());

/** Pages on all dialogues: the index, and the sectors. */
export const leading = [
  ...above("real", reports),
  ...above("fictional", path.join(fictional(), "reports")),
  ...above("hostile", path.join(hostile(), "reports")),
];

/** Reviews of branches. */
export const reviewed = chosen(reviews().map(([set, file]) => page(set, file)));

/** Every page there is. */
export const pages = [...committed, ...made, ...invented, ...hurtful, ...leading, ...reviewed];
