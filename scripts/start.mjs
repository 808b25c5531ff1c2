/** Builds what is stale, serves the workbench on this machine and opens it. `--port N` picks the port, `--no-open` stays quiet. */
import { spawn } from "node:child_process";
import { ensureBuilt } from "./build.mjs";
import { serveWorkbench } from "./workbench/serve.mjs";

const args = process.argv.slice(2);
const portAt = args.indexOf("--port");
const port = portAt === -1 ? 3010 : Number(args[portAt + 1]);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port must be a number from 0 to 65535, got ${args[portAt + 1]}`);
  process.exit(2);
}

ensureBuilt(["addin", "workbench"]);
const { url } = await serve(port);
console.log(`Stockbook workbench: ${url}  (Ctrl+C stops it)`);
if (!args.includes("--no-open") && process.env.CI === undefined) openInBrowser(url);

async function serve(wanted) {
  try {
    return await serveWorkbench({ port: wanted });
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.log(`Port ${wanted} is taken; using a free one.`);
    return serveWorkbench({ port: 0 });
  }
}

function openInBrowser(address) {
  const [command, ...rest] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", ""]
      : [process.platform === "darwin" ? "open" : "xdg-open"];
  const opener = spawn(command, [...rest, address], { stdio: "ignore", detached: true });
  opener.on("error", () => console.log("Open the address above in your browser."));
  opener.unref();
}
