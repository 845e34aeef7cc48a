// The program under test, and the records that it is run on.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { hostileText, plainText, record } from "./record.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** A folder of this process, gone when its tests have ended. */
export const scratch = mkdtempSync(path.join(tmpdir(), "rapporteur-tests-"));
after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

let program;

/** The path of the program: RAPPORTEUR's, or one that is built now. */
function built() {
  if (process.env.RAPPORTEUR) return path.resolve(process.env.RAPPORTEUR);
  const told = execFileSync(
    "cargo",
    ["build", "--locked", "--quiet", "--bin", "rapporteur", "--message-format=json"],
    { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  const messages = told.trim().split("\n").map((line) => JSON.parse(line));
  return messages.map((message) => message.executable).find((file) => file);
}

/** Runs the program in `folder`: what it printed, and how it ended. */
export function run(folder, args, { env = process.env } = {}) {
  program ??= built();
  const { status, stdout, stderr, error } = spawnSync(program, ["-C", folder, ...args], {
    encoding: "utf8",
    env,
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Starts the program in `folder`, and leaves it running. */
export function begun(folder, args) {
  program ??= built();
  return spawn(program, ["-C", folder, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

/** What the program prints in `folder`; it must end well. */
export function printed(folder, args, options) {
  const { status, stdout, stderr } = run(folder, args, options);
  if (status !== 0) throw new Error(`${args.join(" ")} in ${folder}: ${status}\n${stderr}`);
  return stdout;
}

/** Writes each of `files` as JSON, which is YAML too, into a new folder of this name. */
export function written(name, files) {
  const folder = path.join(scratch, name);
  for (const [file, value] of Object.entries(files)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(value, null, 1));
  }
  return folder;
}

function once(make) {
  let folder;
  return () => {
    folder ??= make();
    return folder;
  };
}

/** The record that ships with the tool. */
export const real = () => root;

/** The fictional record, copied. */
export const fictional = once(() => {
  const folder = path.join(scratch, "fictional");
  cpSync(path.join(root, "tests/fictional/rounds"), path.join(folder, "rounds"), { recursive: true });
  return folder;
});

/** The shortest of records, with a gap, copied. */
export const gap = once(() => {
  const folder = path.join(scratch, "gap");
  cpSync(path.join(root, "tests/fictional/gap"), path.join(folder, "rounds/gap"), { recursive: true });
  return folder;
});

/** A record whose every text is made to hurt. */
export const hostile = once(() => written("hostile", record(hostileText)));

/** The same record with harmless texts. */
export const plain = once(() => written("plain", record(plainText)));
