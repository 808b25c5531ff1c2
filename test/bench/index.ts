/**
 * Measurements, one script each, in this order. Every one prints its numbers beside a baseline of the same run, because absolute times
 * differ from machine to machine. A script may also be run alone with its own arguments, such as files of data:
 *   npm run bench                      all of them
 *   npm run bench -- weekly data.json  one of them
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const benches = [
  {
    name: "calls",
    what: "function calls of `stockbook eval` against reading and writing the same JSON lines",
  },
  { name: "recalculation", what: "10,000 cells of SAFETYSTOCK against the same in plain formulas" },
  { name: "bundles", what: "sizes of what is downloaded, against Office.js" },
  {
    name: "workbench",
    what: "cells in the browser, from typing to the number shown, against plain formulas",
  },
  {
    name: "ets",
    what: "exponential smoothing of all forms, series a second, against one fitted Holt-Winters",
  },
  { name: "policies", what: "set-policies on 50,000 item-locations, against plain SAFETYSTOCK" },
  { name: "theory", what: "calls a second of inventory theory, and periods a second of the simulator" },
  {
    name: "fill-rate",
    what: "fill rate that slow movers get for a target of 95 %, and the stock it takes, against the normal formula",
  },
  {
    name: "value-stock",
    what: "rows a second of a month end's valuation of 250,000 movements, against a plain list of layers",
  },
  {
    name: "month-end-page",
    what: "the month end of 250,000 movements in the browser, from the click to the tables, against one thread of Node",
  },
  { name: "fifo", what: "rows a second of FIFO.VALUE, against the loop one writes first" },
  {
    name: "accuracy",
    what: "accuracy, intervals and time of every method on made-up or given series, beside R where it is installed",
  },
  {
    name: "intermittent",
    what: "demand of slow movers over a lead time, against the normal stock formula",
  },
  {
    name: "portfolio",
    what: "FORECAST.AUTO over the 1,000 spare parts, against the seasonal naive forecast",
  },
  { name: "weekly", what: "accuracy on weekly series with a yearly season, against Naive2 and ETS" },
  {
    name: "gsm",
    what: "guaranteed service: trees against the published dynamic program and stockpyl, and real chains where their file is given",
  },
  {
    name: "flow",
    what: "transport problems by network simplex, against HiGHS, native solvers and the dense fallback",
  },
] as const;

const [wanted, ...args] = process.argv.slice(2);
const chosen = benches.filter(({ name }) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
  console.error(`There is no bench ${wanted}; there are ${benches.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
let failed = false;
for (const { name, what } of chosen) {
  console.log(`\n${name}: ${what}`);
  const script = join(__dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], { stdio: "inherit" });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
