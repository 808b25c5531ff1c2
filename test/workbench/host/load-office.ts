import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { connectInPage, OfficeHost, type HostWorkbook } from "../../../src/workbench/host";

const library = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/**
 * Loads the real, unpatched Office.js into this jsdom window, with our host behind it, and waits until Office is ready.
 * `beforeReady` runs where an add-in's script runs: after office.js, before Office is ready.
 */
export async function startOffice(
  workbook: HostWorkbook,
  beforeReady: () => void = () => {},
): Promise<OfficeHost> {
  const host = new OfficeHost(workbook);
  connectInPage(window, host);
  serveLibrary();
  const script = document.createElement("script");
  script.setAttribute("src", "https://library/office.debug.js");
  await new Promise((loaded) => {
    script.addEventListener("load", loaded);
    document.head.appendChild(script);
  });
  beforeReady();
  await Office.onReady();
  return host;
}

/** jsdom fetches nothing: scripts that are put into the page are read from the package and run, later as a browser would. */
function serveLibrary(): void {
  const append = Node.prototype.appendChild;
  Node.prototype.appendChild = function appendAndRun<T extends Node>(this: Node, node: T): T {
    append.call(this, node);
    const source = node instanceof HTMLScriptElement ? node.getAttribute("src") : null;
    if (source !== null) setTimeout(() => run(node as unknown as HTMLScriptElement, source));
    return node;
  };
}

function run(script: HTMLScriptElement, source: string): void {
  const name = source.replace(/^https:\/\/library\//, "").toLowerCase();
  let code: string;
  try {
    code = name.startsWith("telemetry/") ? "" : readFileSync(join(library, name), "utf8");
  } catch {
    script.dispatchEvent(new Event("error"));
    return;
  }
  window.eval(code);
  script.dispatchEvent(new Event("load"));
}
