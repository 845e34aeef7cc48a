// Reviews of branches, each made in a repository of its own.

import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { plain, printed, root, run, scratch, written } from "./program.mjs";
import { hostileText, record } from "./record.mjs";

const settings = ["user.name=Author", "user.email=author@example.org", "commit.gpgSign=false", "init.defaultBranch=main"];

/** Runs git in a folder, with no one's settings. */
function git(folder, ...args) {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  execFileSync("git", [...settings.flatMap((one) => ["-c", one]), ...args], { cwd: folder, env });
}

function committed(folder) {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "-m", "The record");
  git(folder, "switch", "--quiet", "-c", "branch");
}

/** Puts one text in the place of another, which must be there. */
function edited(folder, file, ...pairs) {
  const target = path.join(folder, file);
  let text = readFileSync(target, "utf8");
  for (const [before, after] of pairs) {
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    text = text.replace(before, after);
  }
  writeFileSync(target, text);
}

/** A branch that has something for every section of a review. */
function everything() {
  const folder = written("review-of-all", {});
  const rounds = path.join(folder, "rounds");
  cpSync(path.join(root, "tests/fictional/rounds"), rounds, { recursive: true });
  cpSync(path.join(root, "tests/fictional/gap"), path.join(rounds, "gap"), { recursive: true });
  const own = "rounds/tarsund-velmora";
  const later = path.join(scratch, "later.yaml");
  renameSync(path.join(folder, own, "10.yaml"), later);
  printed(folder, ["report", "3", "--dialogue", "tarsund-velmora", "--quiet"]);
  committed(folder);
  const changes = () => {
    renameSync(later, path.join(folder, own, "10.yaml"));
    rmSync(path.join(folder, own, "1.yaml"));
    renameSync(path.join(rounds, "gap"), path.join(rounds, "short-talks"));
    edited(folder, `${own}/2.yaml`, ["renewable energy", "energy that renews itself"], ["amount: 40000000", "amount: 42000000"], ["  - rail\n", "  - rial\n"]);
    edited(folder, `${own}/3.yaml`, ["date: 2015-06-10", "date: 2015-06-11"], ["  - trade\n", ""]);
    writeFileSync(path.join(folder, "rapporteur.toml"), "[findings.rules.one-source]\nlevel = \"off\"\n");
  };
  changes();
  const { notices } = JSON.parse(printed(folder, ["review", "--format", "json"]));
  const entry = (fingerprint, until = "") => `  - {fingerprint: ${fingerprint}, reason: {en: Checked against the register, ar: روجع على السجل}, author: {en: Record desk, ar: مكتب السجلات}${until}}\n`;
  const corrected = notices.find((one) => one.code === "fact-correction").fingerprint;
  git(folder, "stash", "--include-untracked", "--quiet");
  writeFileSync(path.join(rounds, "accepted.yaml"), `accepted:\n${entry(corrected)}${entry("0123456789abcdef")}`);
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "-m", "Decisions");
  git(folder, "branch", "--force", "main");
  git(folder, "stash", "pop", "--quiet");
  return folder;
}

/** A branch that puts texts made to hurt in the place of harmless ones. */
function hurt() {
  const folder = written("review-of-hurt", {});
  cpSync(path.join(plain(), "rounds"), path.join(folder, "rounds"), { recursive: true });
  committed(folder);
  for (const [file, value] of Object.entries(record(hostileText))) {
    writeFileSync(path.join(folder, file), JSON.stringify(value, null, 1));
  }
  return folder;
}

/** The files of reviews in both languages: the set of pages each belongs to, and its path. */
export function reviews() {
  const made = [["review", everything()], ["hostile", hurt()]];
  return made.flatMap(([set, folder]) => ["en", "ar"].map((lang) => {
    const file = path.join(folder, `review.${lang}.html`);
    const outputs = ["-o", file, "-o", file.replace(/html$/, "md")];
    const { status, stderr } = run(folder, ["review", "--lang", lang, ...outputs]);
    if (status !== 0) throw new Error(`review in ${folder}: ${status}\n${stderr}`);
    return [set, file];
  }));
}
