// One browser for all tests of a process, and pages opened in it.

import assert from "node:assert/strict";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const names = ["chromium", "chromium-browser", "google-chrome"];

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of the browser: CHROMIUM's, or the first of the usual names on the path. */
function found() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const file = names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((candidate) => {
      try {
        accessSync(candidate, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  if (!file) throw new Error(`no browser on the path; tried ${names.join(", ")}`);
  return file;
}

let profile;
let started;

/** The browser, started when it is first asked for. */
export function browser() {
  started ??= (async () => {
    profile = mkdtempSync(path.join(tmpdir(), "rapporteur-browser-"));
    return puppeteer.launch({ executablePath: found(), userDataDir: profile, args: flags });
  })();
  return started;
}

after(async () => {
  await (await started)?.close();
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

// What a session emulates ends with it, so each lasts as long as its tab.
const sessions = new WeakMap();

/** The media features of a page: the scheme, and forced colours where they are wanted. */
export async function media(tab, { scheme = "light", type = "", forced = false } = {}) {
  const session = sessions.get(tab) ?? await tab.createCDPSession();
  sessions.set(tab, session);
  const features = [
    { name: "prefers-color-scheme", value: scheme },
    { name: "forced-colors", value: forced ? "active" : "none" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ];
  await session.send("Emulation.setEmulatedMedia", { media: type, features });
}

/** Gives the window another width. */
export async function resize(tab, width, height = 800) {
  await tab.setViewport({ width, height });
}

/**
 * Opens a file, and closes it after `visit`, which is handed the tab and what the page asked for
 * and said. The page may ask for nothing but itself (A2), and say nothing (A4).
 */
export async function open(file, { width = 1280, scheme = "light", script = true } = {}, visit) {
  const tab = await (await browser()).newPage();
  const address = pathToFileURL(file).href;
  const asked = [];
  const said = [];
  tab.on("request", (request) => asked.push(request.url()));
  tab.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  tab.on("pageerror", (error) => said.push(String(error)));
  tab.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  try {
    if (!script) await tab.setJavaScriptEnabled(false);
    await resize(tab, width);
    await media(tab, { scheme });
    await tab.goto(address, { waitUntil: "load" });
    await visit(tab);
    assert.deepEqual(asked.filter((url) => url !== address && !url.startsWith("data:")), [], "A2: the page asks for nothing but itself");
    assert.deepEqual(said, [], "A4: the console stays empty");
  } finally {
    await tab.close();
  }
}
