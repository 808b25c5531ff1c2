/**
 * Sideloads the built add-in into desktop Excel: `npm run excel`, and `npm run excel stop` to take it out again.
 * Microsoft's debugging tools are large and rarely needed, so they are fetched on use.
 */
import { spawnSync } from "node:child_process";
import { ensureBuilt } from "./build.mjs";

const manifest = "dist/addin/manifest.xml";
const debugging = ["--yes", "office-addin-debugging@7.0.0"];

if (process.argv[2] === "stop") run([...debugging, "stop", manifest]);
else {
  ensureBuilt(["addin"]);
  run(["--yes", "office-addin-dev-certs@3.0.0", "install"]);
  run([
    ...debugging,
    "start",
    manifest,
    "desktop",
    "--dev-server",
    "node scripts/serve-addin.mjs",
    "--dev-server-port",
    "3000",
  ]);
}

function run(args) {
  const { status } = spawnSync("npx", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
