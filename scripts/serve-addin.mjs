/** Serves dist/addin at https://localhost:3000 for desktop Excel, with the certificate that office-addin-dev-certs made. */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../dist/addin");
const certificates = join(homedir(), ".office-addin-dev-certs");
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};

const key = join(certificates, "localhost.key");
if (!existsSync(key)) {
  console.error("No development certificate yet: run npx office-addin-dev-certs install.");
  process.exit(1);
}

createServer(
  { key: readFileSync(key), cert: readFileSync(join(certificates, "localhost.crt")) },
  (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
      return;
    }
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Cache-Control": "no-cache",
    });
    createReadStream(file).pipe(response);
  },
).listen(3000, "localhost", () => console.log("Add-in files: https://localhost:3000"));
