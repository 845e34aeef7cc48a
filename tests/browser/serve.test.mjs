// `serve`: a page in the browser shows what was saved, by itself.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { browser } from "./support/browser.mjs";
import { begun, root, scratch } from "./support/program.mjs";

const lines = (input) => createInterface({ input })[Symbol.asyncIterator]();

test("a page that is served shows what is saved", async () => {
  const folder = path.join(scratch, "served");
  cpSync(path.join(root, "rounds"), path.join(folder, "rounds"), { recursive: true });
  const serving = begun(folder, ["serve", "--port", "0"]);
  const tab = await (await browser()).newPage();
  const asked = [];
  const said = [];
  tab.on("request", (request) => asked.push(new URL(request.url()).origin));
  tab.on("console", (message) => said.push(message.text()));
  tab.on("pageerror", (error) => said.push(String(error)));
  try {
    const address = (await lines(serving.stdout).next()).value.split(" ")[0];
    // The reports are there once it says so.
    const told = lines(serving.stderr);
    while (!(await told.next()).value.startsWith("started: wrote"));
    await tab.goto(`${address}oman-us/3.en.html`, { waitUntil: "load" });
    const has = (word) => document.querySelector("main").textContent.includes(word);
    assert.equal(await tab.evaluate(has, "Quarrying"), false);
    const taxonomy = path.join(folder, "rounds/taxonomy.yaml");
    const text = readFileSync(taxonomy, "utf8");
    assert.match(text, /en: Mining/);
    writeFileSync(taxonomy, text.replace("en: Mining", "en: Quarrying"));
    await tab.waitForFunction(has, { timeout: 120_000 }, "Quarrying");
    assert.deepEqual([...new Set(asked)], [new URL(address).origin]);
    assert.deepEqual(said, []);
  } finally {
    await tab.close();
    serving.kill("SIGINT");
  }
});
