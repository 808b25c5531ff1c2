/**
 * Serves the workbench on this machine, with Node alone.
 *   node scripts/workbench/serve.mjs [--port 3010] [--addin dist/addin]
 *
 * The add-in's bundle is served as it was built. Only its page names Office.js at Microsoft's address, which would
 * refuse a host that is not Excel and needs a network, so that one address in the page is answered by the copy of
 * Office.js from npm, under /office/.
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const officeAddress = /https:\/\/appsforoffice\.microsoft\.com\/lib\/[^/"]+\/hosted\/office(\.debug)?\.js/g;

const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};

const workbenchPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join("; ");

/** On plain http Office.js asks this frame, from its own folder, whether the user trusts the host. */
const trustPage = `<!doctype html><title>Trust</title><script src="trust.js"></script>`;
const trustScript = `addEventListener("message", (event) => {
  event.source.postMessage(JSON.stringify({ hostUserTrusted: true }), event.origin);
});`;

/** Starts the server; port 0 takes a free one. Answers the address and how to close it. */
export async function serveWorkbench({ port = 0, addin = "dist/addin" } = {}) {
  const folders = [
    ["/addin/", resolve(root, addin)],
    ["/office/", join(root, "node_modules/@microsoft/office-js/dist")],
    ["/samples/", join(root, "assets/samples")],
    ["/", join(root, "dist/workbench")],
  ];
  const server = createServer((request, response) => {
    answer(folders, request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "localhost", listening);
  });
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

async function answer(folders, request, response) {
  const path = decodePath(request.url);
  if (path === undefined || !["GET", "HEAD"].includes(request.method)) return refuse(response, 400);
  const made = madePage(path);
  if (made !== undefined) return send(response, made.type, made.text);

  const [prefix, folder] = folders.find(([start]) => path.startsWith(start));
  const inside = path.slice(prefix.length);
  // Office.js asks for en-US/office_strings.js; its package holds en-us.
  const name = prefix === "/office/" ? inside.toLowerCase() : inside;
  const file = normalize(join(folder, name === "" ? "index.html" : name));
  if (!file.startsWith(folder + sep)) return refuse(response, 404);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return refuse(response, 404);

  const type = contentTypes[extname(file).toLowerCase()] ?? "application/octet-stream";
  if (prefix === "/addin/" && type.startsWith("text/html")) {
    return send(response, type, (await readFile(file, "utf8")).replace(officeAddress, "/office/office.js"));
  }
  response.writeHead(200, {
    ...commonHeaders(type),
    ...(prefix === "/" && type.startsWith("text/html") ? { "Content-Security-Policy": workbenchPolicy } : {}),
    "Content-Length": found.size,
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).pipe(response);
}

function decodePath(url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The workbench sends no telemetry: Office.js is given empty sinks and goes on without them. */
function madePage(path) {
  const lower = path.toLowerCase();
  if (lower === "/office/agaveerrorux/index.html") return { type: contentTypes[".html"], text: trustPage };
  if (lower === "/office/agaveerrorux/trust.js") return { type: contentTypes[".js"], text: trustScript };
  if (lower.startsWith("/office/telemetry/")) return { type: contentTypes[".js"], text: "" };
  return undefined;
}

function send(response, type, text) {
  response.writeHead(200, commonHeaders(type));
  response.end(text);
}

function refuse(response, status) {
  response.writeHead(status, { "Content-Type": contentTypes[".txt"] });
  response.end(status === 404 ? "Not found" : "Bad request");
}

function commonHeaders(type) {
  return { "Content-Type": type, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name) => {
    const at = process.argv.indexOf(`--${name}`);
    return at === -1 ? undefined : process.argv[at + 1];
  };
  const { url } = await serveWorkbench({ port: Number(option("port") ?? 3010), addin: option("addin") });
  console.log(`Workbench: ${url}`);
}
