/** Runs webpack when a bundle is older than what it is made of; `ensureBuilt(["addin"])` from start and test. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const outputs = {
  addin: "dist/addin/taskpane.html",
  cli: "dist/cli/stockbook.js",
  workbench: "dist/workbench/index.html",
};
const sources = [
  "src",
  "assets",
  "docs",
  "scripts/webpack",
  "manifest.xml",
  "package-lock.json",
  "webpack.config.js",
];

export function ensureBuilt(bundles = Object.keys(outputs)) {
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  const stale = bundles.filter((bundle) => {
    const output = join(root, outputs[bundle]);
    return !existsSync(output) || statSync(output).mtimeMs < changed;
  });
  if (stale.length === 0) return;
  console.log(`Building ${stale.join(", ")} ...`);
  const webpack = join(root, "node_modules/webpack-cli/bin/cli.js");
  const { status } = spawnSync(process.execPath, [webpack, "--env", `only=${stale.join(",")}`], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
