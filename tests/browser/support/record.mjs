// A record that uses every place where a text may stand, its texts chosen by the caller.

import { readFileSync } from "node:fs";

/** What has hurt other programs: markup, pings, commands of continuous integration, escapes. */
export const payloads = [
  "<script>document.title='x'</script>",
  "\"><img src=x onerror=alert(1)>",
  "'><svg/onload=alert(1)>",
  "@user",
  "#1",
  "a | b || c",
  "`code` ``two`` ```",
  "](javascript:alert(1))",
  "[text](javascript:alert(1) \"title\")",
  "![image](https://example.org/x.png)",
  "https://example.org/x www.example.org someone@example.org",
  "{{name}} {{{name}}} {{#each x}}",
  "::error::broken\n::add-mask::word",
  "line\n\n# heading\n\n---\n- item\n1. item\n> quote\n```\nfence",
  "*bold* **bold** _it_ __it__ ~~gone~~ \\",
  "</style></bdi></td></table></details></div><!-- -->]]>",
  "&lt;b&gt; &amp; &#35; <b>b</b> <!-- c",
  "عربي <b>ع</b> | @مستخدم",
  "=cmd()",
  "[^1] [^1]: note $x$ :smile: ~~~",
];

/** All payloads, beginning with another one for every number. */
export function hostileText(number) {
  const first = number % payloads.length;
  const turned = [...payloads.slice(first), ...payloads.slice(0, first)];
  return `${turned.join(" ")} ${number}`;
}

/**
 * The same words without what hurts, so that the same items count as perhaps the same.
 */
export function plainText(number) {
  return hostileText(number).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The files of a record of two rounds; `text` gives the text of each number. */
export function record(text) {
  let number = 0;
  const plain = () => text((number += 1));
  const both = () => ({ en: plain(), ar: plain() });
  const sectors = ["trade", "energy", "solar", "mining", "minerals", "space", "health", "sea", "kept"];
  const titled = (ids) => Object.fromEntries(ids.map((id) => [id, { title: both() }]));
  const taxonomy = { sectors: titled(sectors), topics: titled(["peace", "water"]) };
  taxonomy.sectors.solar.broader = "energy";
  taxonomy.sectors.minerals.related = ["mining"];
  taxonomy.sectors.trade.aliases = { en: [plain()], ar: [plain()] };
  const source = () => ({ id: "wire", at: plain(), quote: plain(), lang: "en", note: plain() });
  const head = (party) => ({
    party, person: `${party}-head`, name: both(), title: both(), rank: "minister", note: plain(), source: source(),
  });
  const round = (at) => ({
    round: at,
    date: `202${at}-04`,
    planned: `202${at}`,
    mode: "in-person",
    level: "ministerial",
    coverage: "partial",
    note: plain(),
    place: { city: both(), country: "OM", basis: "inferred", note: plain(), source: source() },
    source: source(),
    claims: [{ of: "date", value: plain(), source: source() }],
    documents: [{ kind: "fact-sheet", title: both(), url: "https://example.org/?a=1&b=(x)*y*@user#1" }],
    heads: [head("north"), head("south")],
    events: [{ date: `202${at}-05-01`, about: "pact", act: "discussed", note: plain(), source: source() }],
  });
  return {
    "rounds/taxonomy.yaml": taxonomy,
    "rounds/hostile/dialogue.yaml": {
      title: both(),
      language: "en",
      parties: {
        north: { title: both(), country: "OM", kind: "state" },
        south: { title: both(), country: "US", kind: "state" },
      },
      sources: {
        wire: {
          title: both(), publisher: both(), author: both(), date: "2024-01-02", language: "ar", tier: "press",
          url: "https://example.org/?a=1&b='(x)*y*|_z_@user#1",
        },
      },
      agreements: [{ id: "old", title: both(), type: "treaty", note: plain(), status: "in-force" }],
    },
    "rounds/hostile/1.yaml": {
      ...round(1),
      sectors: [
        { id: "trade", wording: both(), note: plain(), source: source() },
        { id: "mining", wording: both(), source: source() },
        "energy",
        { id: "space", wording: both() },
        { id: "kept", wording: both() },
      ],
      topics: [{ id: "peace", wording: both(), note: plain() }],
      programmes: [{ id: "exchange", title: both(), sector: "trade", note: plain() }],
      bodies: [{ id: "committee", title: both(), act: "met", note: plain() }],
      indicators: [{ id: "volume", title: both(), value: 1000, unit: plain(), period: 2020, source: source() }],
      agreements: [
        { id: "pact", act: "discussed", title: both(), type: "agreement", parties: ["north"], note: plain(), source: source() },
        { id: "loan", act: "signed", title: both(), type: "contract", value: { amount: 5, currency: "USD", note: plain() } },
      ],
      commitments: [
        { id: "meet", kind: "next-round", text: both(), due: 2021, owner: ["north", "south"], note: plain(), source: source() },
        { id: "study", text: both(), place: { city: both() }, owner: "north" },
      ],
    },
    "rounds/hostile/2.yaml": {
      ...round(2),
      sectors: [
        { id: "trade", wording: both(), note: plain(), source: source() },
        { id: "minerals", wording: both(), source: source() },
        "solar",
        { id: "health", note: plain() },
        { id: "sea", wording: both() },
        { id: "kept", wording: both() },
      ],
      topics: [{ id: "water", wording: both(), note: plain() }],
      programmes: [{ id: "school", title: both(), note: plain() }],
      bodies: [{ id: "committee", act: "dissolved", note: plain() }],
      indicators: [{ id: "volume", value: 2000, unit: plain(), period: 2021, source: source() }],
      agreements: [
        { id: "pact", act: "signed", note: plain(), title: both(), source: source() },
        { id: "old", act: "reaffirmed", note: plain() },
      ],
      commitments: [{ id: "study", act: "progressed", note: plain(), source: source() }],
    },
  };
}

/**
 * The files of a record in which every field that takes a text has one, as tests/command/payloads.rs
 * sees to.
 */
export function everyField(text) {
  const files = JSON.parse(readFileSync(new URL("fields.json", import.meta.url), "utf8"));
  delete files["rapporteur.toml"];
  let number = 0;
  const filled = (value) => {
    if (value === "TEXT") return text((number += 1));
    if (Array.isArray(value)) return value.map(filled);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  };
  return filled(files);
}

/** The files of a record of two rounds and so many sectors, half of each round's its own. */
export function crowd(size) {
  const ids = Array.from({ length: size }, (_, at) => `sector-number-${at}`);
  const title = (id) => ({ en: `A sector of some importance, ${id}`, ar: `قطاع له شيء من الأهمية، ${id.replace(/\D/g, "")}` });
  const round = (number, named) => ({
    round: number,
    date: `202${number}-04`,
    source: "wire",
    sectors: named.map((id, at) => ({
      id,
      wording: { en: `the words of round ${number} for ${id}`, ar: `صياغة القطاع في الجولة: ${at}` },
      source: { id: "wire", at: `line ${at + 1}` },
    })),
  });
  return {
    "rounds/taxonomy.yaml": { sectors: Object.fromEntries(ids.map((id) => [id, { title: title(id) }])) },
    "rounds/crowd/dialogue.yaml": {
      title: { en: "A long dialogue", ar: "حوار طويل" },
      sources: { wire: { publisher: { en: "Wire", ar: "وكالة" }, date: "2022-05", tier: "press" } },
    },
    "rounds/crowd/1.yaml": round(1, ids.slice(0, (size * 2) / 3)),
    "rounds/crowd/2.yaml": round(2, ids.slice(size / 3)),
  };
}
