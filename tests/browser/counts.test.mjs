// Whether every form and language of a report says the same, and says where each figure is from.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { open } from "./support/browser.mjs";
import * as look from "./support/look.mjs";
import { committed, invented, made } from "./support/pages.mjs";
import { fictional, gap, printed, real } from "./support/program.mjs";

const folders = { real, made: real, fictional, gap };
const own = [...committed, ...made, ...invented];

/** The arguments that make the report of an open page again, without its language and format. */
async function command(tab) {
  const text = await tab.$eval(".repro code", (code) => code.textContent);
  const [program, ...args] = text.split(" ");
  assert.equal(program, "rapporteur");
  const named = ["--lang", "--format"];
  return args.filter((arg, at) => !named.includes(arg) && !named.includes(args[at - 1]));
}

/** The numbers of a text, whatever its digits. */
function latin(text) {
  return text.replace(/[٠-٩]/gu, (digit) => String(digit.codePointAt(0) - 0x660));
}

/** What a report says in no language: counts, ids, classes, citations, places. */
function facts(report) {
  const list = ({ list, counts, added, removed, kept, named }) => ({
    list, counts, named: items(named), groups: [...added, removed, kept].map((group) => [group.group, group.count, group.refs, items(group.items)]),
  });
  const items = (all) => all.map(({ id, refs, file }) => ({ id, refs, file }));
  return {
    sides: [report.before, report.after].map((side) => side && [side.round, side.date, side.date_refs, side.place?.refs]),
    interval: report.interval?.days,
    lists: [report.agenda, ...report.lists].map(list),
    sectors: report.sectors.map((one) => [one.id, one.action, one.class, one.with, one.refs]),
    care: report.read_with_care.map((one) => [one.all, one.pairs.map((pair) => [pair.ids, pair.counts, pair.line, pair.file])]),
    agreements: report.agreements.map((one) => [one.id, one.class, one.status, one.refs]),
    commitments: report.commitments.map((one) => [one.id, one.state, one.late_days, one.refs]),
    cards: report.cards.map((group) => [group.count, items(group.cards)]),
    glance: report.glance.map((row) => [row.cells.before?.refs, row.cells.after.refs]),
    meeting: report.meeting.map((row) => [row.cells.before?.refs, row.cells.after.refs]),
    findings: report.findings.map((one) => [one.id, one.priority, one.fingerprint]),
    evidence: report.evidence.map((one) => [one.number, one.source, one.date, one.place]),
    sha256: report.reproduce.sha256,
  };
}

/** The lists of a report that compare item by item. */
function compared(report) {
  return [report.agenda, ...report.lists].filter((list) => list.compared);
}

const number = (group) => String(group.count);
const titles = (group) => group.items.map((item) => item.title.text);
const hrefs = (group) => group.refs.map((ref) => `#e${ref}`);

function checkFigures(report, figures) {
  const lists = compared(report);
  assert.equal(figures.length, lists.length, "figures");
  for (const [at, list] of lists.entries()) {
    const [removed, kept, added] = figures[at].columns;
    for (const [column, group] of [[removed, list.removed], [kept, list.kept]]) {
      assert.equal(latin(column.number), number(group), `${list.list} ${group.group}`);
      assert.deepEqual(column.names, titles(group));
      assert.deepEqual(column.refs, hrefs(group));
      assert.equal(column.tiles, group.count, "squares");
    }
    assert.equal(latin(added.number), String(list.counts.added));
    assert.equal(added.tiles, list.counts.added, "squares");
    assert.deepEqual(added.parts.map((part) => latin(part.number)), list.added.map(number));
    assert.deepEqual(added.parts.map((part) => part.names), list.added.map(titles));
    assert.deepEqual(added.parts.map((part) => part.refs), list.added.map(hrefs));
  }
}

/** The rows of what changed in a Markdown report: sign and number, names, citations. */
function rows(text) {
  return [...latin(text).matchAll(/^\| \*\*([+−=↺] \d+)\*\* [^|]+\| (.*?)((?: \(\d+\))*) \|$/gmu)]
    .map(([, count, names, refs]) => ({
      count,
      names: names.split(" · ").length,
      refs: (refs.match(/\d+/g) ?? []).map(Number),
    }));
}

function checkMarkdown(report, text) {
  const groups = compared(report).filter((list) => !list.same)
    .flatMap((list) => [...list.added, list.removed, list.kept])
    .filter((group) => group.count > 0);
  assert.deepEqual(rows(text), groups.map((group) => ({
    count: `${group.sign} ${group.count}`, names: group.count, refs: group.refs,
  })));
  const evidence = [...latin(text).matchAll(/^(\d+)\. .*<code dir="ltr">([^<]+)<\/code>/gm)]
    .map(([, at, place]) => [Number(at), place]);
  assert.deepEqual(evidence, report.evidence.map((one) => [one.number, `${one.place.file}:${one.place.line}`]));
  const cited = new Set([...latin(text).matchAll(/ \((\d+)\)/g)].map(([, ref]) => Number(ref)));
  const silent = report.evidence.map((one) => one.number).filter((one) => !cited.has(one));
  assert.deepEqual(silent, uncitable(report), "evidence that nothing cites");
}

/** Citations that Markdown has no room for: those of the meeting's table and of its heads' titles. */
function uncitable(report) {
  const numbers = (value) => JSON.stringify(value).match(/(?<="refs":\[)[\d,]+/g)?.flatMap((list) => list.split(",").map(Number)) ?? [];
  const there = new Set(numbers([report.agenda, report.lists, report.cards, report.glance, report.inferred, report.longer, report.noted]));
  return report.evidence.map((one) => one.number).filter((one) => !there.has(one));
}

describe("A18: HTML, Markdown and JSON agree, in English and Arabic", () => {
  for (const page of own) {
    test(page.name, () => open(page.file, {}, async (tab) => {
      const args = await command(tab);
      if (args[0] !== "compare") return;
      const folder = folders[page.set]();
      const json = (lang) => JSON.parse(printed(folder, [...args, "--lang", lang, "--format", "json"]));
      const report = json(page.lang);
      assert.deepEqual(facts(report), facts(json(page.arabic ? "en" : "ar")), "English and Arabic");
      checkFigures(report, await tab.evaluate(look.groups));
      const seen = await tab.evaluate(look.citations);
      assert.deepEqual(seen.places, report.evidence.map((one) => `${one.place.file}:${one.place.line}`));
      assert.equal(seen.cards, report.cards.reduce((sum, group) => sum + group.count, 0), "cards");
      checkMarkdown(report, readFileSync(page.markdown, "utf8"));
    }));
  }

  for (const page of own.filter((one) => one.lang === "en")) {
    test(`${page.name} and its Arabic cite alike`, async () => {
      const cited = [];
      for (const lang of ["en", "ar"]) {
        const file = page.file.replace(/\.en\.html$/, `.${lang}.html`);
        await open(file, {}, async (tab) => cited.push(await tab.evaluate(look.citations)));
      }
      assert.deepEqual(cited[0], cited[1]);
    });
  }
});

/** Figures that neither cite nor follow from rows that do; run within the page. */
function bare() {
  const found = [];
  for (const group of document.querySelectorAll(".col, .two > div")) {
    const rows = group.querySelectorAll(".names > li").length;
    const figure = Number(group.querySelector(".big, h5 b").textContent);
    if (figure !== rows) found.push(`${figure} over ${rows} rows`);
    if (rows > 0 && !group.querySelector(".ref")) found.push(`no citation: ${group.textContent.slice(0, 60)}`);
  }
  for (const item of document.querySelectorAll(".card, .names.plain > li")) {
    if (!item.querySelector(".ref")) found.push(`no citation: ${item.textContent.slice(0, 60)}`);
  }
  const totals = [...document.querySelectorAll(".sets .br b")].map((total) => total.textContent.match(/\d+/)?.[0]);
  const [removed, kept, added] = [...document.querySelectorAll(".sets:first-of-type .col .big")].map((big) => Number(big.textContent));
  const sums = [String(removed + kept), String(kept + added)];
  if (totals.length >= 2) {
    totals.slice(0, 2).forEach((total, at) => total !== sums[at] && found.push(`total ${total}, not ${sums[at]}`));
  }
  for (const cell of document.querySelectorAll(".glance td, #meeting ~ table td")) {
    const stated = cell.querySelector(".val")?.textContent ?? "";
    const derived = sums.includes(stated) || document.querySelector(".sets") === null;
    if (/\d/.test(stated) && !cell.querySelector(".ref") && !derived) found.push(`no citation: ${stated}`);
  }
  return found;
}

describe("A25: every figure is cited, or counts rows that are", () => {
  for (const page of [...committed, ...made].filter((one) => one.lang !== "ar-OM")) {
    test(page.name, () => open(page.file, {}, async (tab) => {
      assert.deepEqual(await tab.evaluate(bare), []);
    }));
  }
});

describe("A33: dates are as exact as the record, and no more", () => {
  const finer = {
    en: /\d{1,2}(?:st|nd|rd|th)? April,? 2024|April \d{1,2},? 2024|2024-04-\d\d/,
    ar: /[\d٠-٩]{1,2} أبريل [2٢][0٠][2٢][4٤]|2024-04-\d\d/u,
  };
  const month = { en: /April 2024/, ar: /أبريل (?:2024|٢٠٢٤)/u };
  for (const lang of ["en", "ar", "ar-OM"]) {
    for (const format of ["html", "markdown", "json", "text", "csv"]) {
      test(`${lang}, ${format}`, () => {
        const text = printed(real(), ["compare", "2", "3", "--lang", lang, "--format", format]);
        const short = lang.slice(0, 2);
        assert.doesNotMatch(text, finer[short]);
        if (format !== "csv") assert.match(text, month[short]);
        if (format !== "json") return;
        const { before, after, interval } = JSON.parse(text);
        assert.deepEqual([before.date, after.date], ["2024-04", "2026-01-25"]);
        assert.deepEqual(interval.days, { least: 635, most: 664 });
      });
    }
  }
});
