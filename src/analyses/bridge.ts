import { isoTextOfSerial } from "../engine/calendar";
import { invalidInput } from "../engine/errors";
import {
  bridgeTable,
  exportParamsTable,
  policiesTable,
  receiptsTable,
  runsTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import {
  bridgeLeaves,
  stockValueBridge,
  topItems,
  turnsBridge,
  type FigureBridge,
} from "./bridge/company-bridge";
import { driverBasis, driverOwners, drivers, type Driver } from "./bridge/drivers";
import { orderLines } from "./bridge/order-lines";
import { policiesInForce } from "./bridge/policy-in-force";
import { defineAnalysis, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { companyOptions, companyReads, dayOf, hashOf, readCompany } from "./health/company";
import { lastWholeMonth, monthEnd } from "./health/month-ends";
import { choiceOption, textOption } from "./options";
import { forecastsByBucket } from "./policies/forecasts-by-bucket";

export type BridgeRow = Row<typeof bridgeTable.columns>;

export interface BridgeDetails {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly BridgeRow[];
}

const YEAR = 12;
const QUARTER = 3;
const ITEMS_TOLD = 3;

export const bridge = defineAnalysis({
  id: "bridge",
  summary:
    "Explains why stock value and turns moved between two month ends: forecast error, lead time, lot size, policy, ordering, mix, write-off, cost, each with its owner.",
  notes: [
    "Start and drivers add up to the end, for every item and for the company. SEQ prices units at the old cost and tells cost last; SHAPLEY takes the mean of both orders, as KPI.BRIDGE does.",
    "Stock is the position of one lead time before, less what was taken since, more what came early, less what is late. Where Policies, and Export_Params for the time before, tell reorder point and lot of an item and place, the position splits into what the policy calls for, what was ordered beyond it or not in time, and where the item stood between two orders; nothing is left for other.",
    "Other is what none of the drivers explains, mostly of items without a policy in force, and is told beside them rather than hidden in one.",
    "Owners are those of Settings, in rows such as Owner of lead time; else the usual roles.",
    "Turns are the cost of issues at a yearly rate over mean stock, both over the same number of months before each date.",
  ],
  options: {
    ...companyOptions,
    from: textOption("First date, such as 2025-12-31; three months before the second where left out"),
    method: choiceOption("Drivers one after the other, or the mean of all orders", ["SEQ", "SHAPLEY"], "SEQ"),
  },
  reads: {
    ...companyReads,
    receipts: wants(receiptsTable),
    policies: wants(policiesTable),
    exported: wants(exportParamsTable),
    runs: wants(runsTable),
  },
  writes: [bridgeTable, runsTable],
  run: ({ tables, runId }, options): AnalysisOutcome => {
    const wanted = dayOf(options.from, "from");
    const company = readCompany(tables, { ...options, months: monthsToRead(wanted), horizon: 1 });
    const { months } = company.history;
    const to = months.length - 1;
    const from = wanted === undefined ? Math.max(0, to - QUARTER) : lastWholeMonth(wanted) - months[0];
    if (from < 0 || from >= to) {
      const rule = `must be a month end from ${isoTextOfSerial(monthEnd(months[0]))} to before ${isoTextOfSerial(monthEnd(months[to]))}, over which Transactions reach`;
      throw invalidInput("from", rule, wanted === undefined ? null : options.from);
    }
    const expected = forecastsByBucket(tables.forecast, "M");
    const lines = orderLines(tables.receipts);
    const policies = policiesInForce(tables.policies, tables.exported, tables.runs);
    const leaves = bridgeLeaves(company, {
      forecasts: expected.of,
      lines: lines.byLeaf,
      policies: policies.of,
    });
    const issues: Issue[] = [...company.issues, ...lines.issues, ...policies.issues];
    const turns = turnsBridge(leaves, from, to, options.method);
    if (turns === undefined) {
      const message = `turns need movements and stock before ${isoTextOfSerial(monthEnd(months[from]))}: only the stock value is explained`;
      issues.push({ table: "Transactions", row: 0, column: "Date", message });
    }
    const value = stockValueBridge(leaves, from, to, options.method);
    const owners = driverOwners(tables.settings);
    const dates = {
      From: monthEnd(months[from]),
      To: monthEnd(months[to]),
      Method: options.method,
      RunId: runId,
    };
    const rows = [value, ...(turns === undefined ? [] : [turns])].flatMap((figure) =>
      figureRows(figure, owners, dates),
    );
    const details: BridgeDetails = { from: dates.From, to: dates.To, rows };
    const change = Math.round(value.end - value.start);
    return {
      results: [tableRows(bridgeTable, rows)],
      issues,
      summary: `Stock value moved by ${change.toLocaleString("en")} from ${isoTextOfSerial(dates.From)} to ${isoTextOfSerial(dates.To)}`,
      inputHash: hashOf([...Object.values(tables)]),
      details,
    };
  },
});

/** A year before the first date, and all months since; how far that is depends on the last one, which is not known yet. */
function monthsToRead(from: number | undefined): number {
  return from === undefined ? YEAR + QUARTER : 10 * YEAR;
}

function figureRows(
  figure: FigureBridge,
  owners: Readonly<Record<Driver, string>>,
  dates: Pick<BridgeRow, "From" | "To" | "Method" | "RunId">,
): BridgeRow[] {
  const { figure: name, start, end, effects, averaging } = figure;
  const common = { Figure: name, ...dates };
  let running = start;
  const steps = drivers.map((driver, i): BridgeRow => {
    running += effects[driver];
    return {
      ...common,
      Step: i + 1,
      Driver: driver,
      Effect: effects[driver],
      Running: running,
      Owner: owners[driver],
      Items: itemsTold(figure, driver),
      Basis: driverBasis[driver],
    };
  });
  const whole = { ...common, Owner: null, Items: null, Basis: averaging };
  return [
    { ...whole, Step: 0, Driver: "Start", Effect: start, Running: start },
    ...steps,
    { ...whole, Step: drivers.length + 1, Driver: "End", Effect: end, Running: end },
  ];
}

function itemsTold(figure: FigureBridge, driver: Driver): string {
  const digits = figure.figure === "Turns" ? 2 : 0;
  return topItems(figure, driver, ITEMS_TOLD, 0.5 * 10 ** -digits)
    .map(({ item, effect }) => `${item} ${effect > 0 ? "+" : ""}${effect.toFixed(digits)}`)
    .join(", ");
}
