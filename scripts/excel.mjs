/** Sideloads the built add-in into desktop Excel. The debugging tool is large and rarely needed, so it is fetched on use. */
import { spawnSync } from "node:child_process";
import { ensureBuilt } from "./build.mjs";

ensureBuilt(["addin"]);
const command = process.argv[2] === "stop" ? "stop" : "start";
const { status } = spawnSync(
  "npx",
  ["--yes", "office-addin-debugging@7.0.0", command, "dist/addin/manifest.xml", "desktop"],
  {
    stdio: "inherit",
    shell: process.platform === "win32",
  },
);
process.exit(status ?? 1);
