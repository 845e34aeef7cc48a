// The first report of somebody new: a record begun by `init`, with one more round, as a page.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { open } from "./support/browser.mjs";
import { printed, scratch } from "./support/program.mjs";

test("a record begun by init has pages that lead from one to the next", async () => {
  const folder = path.join(scratch, "newcomer");
  mkdirSync(folder);
  const parties = ["--party", "oman=Oman", "--party", "united-states=United States"];
  printed(folder, ["init", "--id", "oman-us", "--title", "Oman–US Dialogue", "--date", "2023-02", ...parties]);
  const round = "round: 2\ndate: 2024-04\nsectors: [trade, clean-energy]\n";
  writeFileSync(path.join(folder, "rounds/oman-us/2.yaml"), round);
  printed(folder, ["check"]);
  printed(folder, ["report", "--all"]);
  let link;
  await open(path.join(folder, "reports/index.html"), {}, async (tab) => {
    link = await tab.$eval('a[href$="oman-us/2.en.html"]', (found) => found.getAttribute("href"));
  });
  await open(path.join(folder, "reports", link), {}, async (tab) => {
    const words = await tab.$eval("main", (main) => main.textContent);
    assert.match(words, /Clean energy/);
  });
});
