import { isoTextOfSerial } from "../../engine/calendar";
import { readRows, runsTable } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

export interface Aspect {
  readonly aspect: string;
  readonly text: string;
  readonly source: string;
}

const formulas: Readonly<Record<string, readonly [text: string, source: string]>> = {
  FIFO: [
    "First in, first out: each receipt a layer, issues take the oldest",
    "IAS 2.25, 2.27; ASC 330-10-30-9",
  ],
  MOVING: ["Moving average, anew with every receipt at a location", "IAS 2.25, 2.27; ASC 330-10-30-9"],
  PERIODIC: ["Average of each calendar month over all locations", "IAS 2.27; ASC 330-10-30-9"],
  STANDARD: ["Standard cost with purchase price variance", "IAS 2.21; ASC 330-10-30-12"],
};

/** Jobs of the month end, in their order. */
export const closingJobs = [
  "value-stock",
  "age-stock",
  "test-nrv",
  "reserve",
  "post-journal",
  "month-end",
] as const;

/** How the month was closed: rules, and of the last run of each job its parameters, version and input hash. */
export function methodCard(
  { asOf, method, standard }: { readonly asOf: number; readonly method: string; readonly standard: string },
  runs: TableContent | undefined,
): Aspect[] {
  const [text, source] = formulas[method] ?? [method, ""];
  const reversal =
    standard === "ASC330"
      ? ["A write-down is a new cost and is not reversed", "ASC 330-10-35-14"]
      : ["A value that recovers is reversed, at most the earlier write-down", "IAS 2.33"];
  const rules: Aspect[] = [
    { aspect: "Cut-off", text: isoTextOfSerial(asOf), source: "Transactions[Date]" },
    { aspect: "Cost formula", text, source },
    {
      aspect: "Late invoices",
      text: "Raise the layers of their receipt; what has gone is cost of sales",
      source: "IAS 2.10-11",
    },
    { aspect: "Stock of vendors", text: "In units, never in value", source: "IAS 2.8" },
    { aspect: "Negative stock", text: "Told with its day, not priced", source: "TieOut" },
    {
      aspect: "Net realisable value",
      text: "Item by item, units under contract at its price",
      source: "IAS 2.29, 2.31",
    },
    { aspect: "Recovery of value", text: reversal[0], source: reversal[1] },
    {
      aspect: "Money",
      text: "Summed in pairs of doubles, shown to the cent; parts add up to their total",
      source: "docs/valuation.md",
    },
  ];
  if (runs === undefined) return rules;
  const rows = readRows(runsTable, runs.columns, runs.rows).rows;
  const performed = closingJobs.flatMap((job): Aspect[] => {
    const run = rows.filter(({ Job }) => Job === job).at(-1);
    if (run === undefined) return [];
    const { RunId, Params, Version, InputHash } = run;
    const told = `Stockbook ${Version ?? ""}: ${Params ?? ""}; input ${InputHash ?? ""}`;
    return [{ aspect: `Run of ${job}`, text: told, source: `Runs, ${RunId}` }];
  });
  return [...rules, ...performed];
}
