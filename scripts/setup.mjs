/**
 * What a fresh machine needs before `npm start` and `npm test`: the packages, and with --browser a Chromium.
 * Node built-ins only, because nothing else is installed yet.
 */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./find-browser.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [major] = process.versions.node.split(".").map(Number);
if (major < 20) fail(`Stockbook needs Node 20 or newer, this is ${process.version}.`);

const installed = join(root, "node_modules/.package-lock.json");
const lock = join(root, "package-lock.json");
// A link is somebody's choice to share packages, and npm ci would empty the folder it leads to.
const isShared = lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink() === true;
if (!isShared && (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs)) {
  console.log("Installing packages (npm ci) ...");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
}

if (process.argv.includes("--browser") && findBrowser() === undefined) {
  const debianRoot =
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const advice = "The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to it.";
  if (!debianRoot) fail(advice);
  console.log("Installing Chromium (apt-get) ...");
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  run("apt-get", ["update", "-qq"], quiet);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"], quiet);
  if (findBrowser() === undefined) fail(advice);
}

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  if (status !== 0) fail(`${command} ${args.join(" ")} failed.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
