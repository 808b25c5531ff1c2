import { createPool, type WorkPool } from "../worker/pool";
import { webPort } from "../worker/web-port";

/** functions.js and the pane are two bundles in one page, each with its own modules; they meet at this name. */
const place = Symbol.for("stockbook.pool");
/** More would hold memory for little: each has the whole engine in it. */
const mostWorkers = 8;

/** The one pool of the add-in, for cells and pane. One core is left to Excel and the page. */
export function sharedPool(): WorkPool {
  const page = globalThis as unknown as Record<symbol, WorkPool | undefined>;
  return (page[place] ??= createPool({ start: webPort(startWorker), size: poolSize() }));
}

function startWorker(): Worker {
  return new Worker(new URL("../worker/web-entry.ts", import.meta.url), { name: "stockbook-worker" });
}

function poolSize(): number {
  return Math.max(1, Math.min(mostWorkers, (navigator.hardwareConcurrency || 2) - 1));
}
