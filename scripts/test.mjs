/** The tests: unit, then the browser; with --full the slow proofs instead. Extra arguments go to jest. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const args = process.argv.slice(2);
const full = args.includes("--full");
const rest = args.filter((arg) => arg !== "--full");
const jest = join(root, "node_modules/jest/bin/jest.js");

ensureBuilt();
if (full) {
  run(["--selectProjects", "full", "--runInBand", ...rest]);
} else {
  run(["--selectProjects", "unit", ...rest]);
  run(["--selectProjects", "browser", "--runInBand", "--passWithNoTests", ...rest]);
}

function run(jestArgs) {
  const { status } = spawnSync(process.execPath, [jest, ...jestArgs], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
