import { bucketOf, bucketStart, daysPerMonth, serialOfIsoText } from "../engine/calendar";
import { PlanningError, invalidInput } from "../engine/errors";
import { projectStock } from "../engine/replenishment";
import {
  arrivalsTable,
  demandTable,
  forecastTable,
  itemsTable,
  lanesTable,
  pipelineTable,
  policiesTable,
  receiptsTable,
  runsTable,
  stockTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { leafId } from "./forecast/plan-forecast";
import { companyDemand } from "./health/coming-demand";
import { masterData } from "./health/master-data";
import { onlyPlaces } from "./health/only-place";
import { stockPosition } from "./health/stock-position";
import { readLanes } from "./network/network-tables";
import { numberOption, textOption } from "./options";
import { gapOf, type ExpectedLine, type LeafFlow } from "./pipeline/gap";
import { journeysOf } from "./pipeline/journeys";
import { currentPolicies } from "./policies/target-rows";
import { splitReceipts } from "./rebalancing/open-receipts";
import { tablesHash } from "./tables-hash";

export type PipelineRow = Row<typeof pipelineTable.columns>;
export type ArrivalRow = Row<typeof arrivalsTable.columns>;

/** What the pane shows beside the tables. */
export interface PipelineDetails {
  readonly months: readonly PipelineRow[];
  readonly arrivals: readonly ArrivalRow[];
  /** Day it is seen from, as Excel serial. */
  readonly today: number;
  readonly coverage: number | null;
}

export const pipeline = defineAnalysis({
  id: "pipeline",
  summary:
    "When open purchase orders arrive, what is left month by month, and which order to call about first.",
  notes: [
    "P50 and P80 are the days by which half, and four of five, of such orders have arrived: gamma distributions of waiting and journey, from Receipts of the item and supplier, else of the supplier and transport, else Lanes; never before what past arrivals show. What has passed already counts.",
    "Risk is the chance of being late times the margin of the demand that stays unserved between the promised day and P80. Months take arrivals before demand; the month under way counts with the days that are left.",
    "Where Location is blank in Receipts, Forecast or Demand, the one place is meant at which Stock knows the item.",
  ],
  options: {
    months: numberOption("Months ahead", "months", 6, { min: 1, max: 24, integer: true }),
    on: textOption("Day it is seen from, such as 2026-03-31; the latest day of Stock where blank"),
  },
  reads: {
    items: needs(itemsTable),
    stock: needs(stockTable),
    receipts: needs(receiptsTable),
    forecast: wants(forecastTable),
    demand: wants(demandTable),
    policies: wants(policiesTable),
    lanes: wants(lanesTable),
  },
  writes: [pipelineTable, arrivalsTable, runsTable],
  run: ({ tables, runId }, { months, on }): AnalysisOutcome => {
    const master = masterData(tables.items, undefined);
    const position = stockPosition(tables.stock, master);
    const today = dayOf(on) ?? position.asOf;
    if (today === undefined) {
      const message = "Stock[AsOf] must hold a date, or the option on must be given";
      throw new PlanningError("insufficient-data", "on", message);
    }
    const { open, arrived, issues: receiptIssues } = splitReceipts(tables.receipts);
    const lanes = tables.lanes === undefined ? { lanes: [], issues: [] } : readLanes(tables.lanes);
    const policies = currentPolicies(tables.policies);
    const first = bucketOf(today + 1, "M");
    const [start, end] = [bucketStart(first, "M"), bucketStart(first + 1, "M")];
    const left = (end - Math.floor(today + 1)) / (end - start);
    const placeOf = onlyPlaces(position.leaves);
    const demand = companyDemand({
      forecast: tables.forecast,
      demand: tables.demand,
      last: first - 1,
      horizon: months,
      shareOf: (item, location) => (location === placeOf(item) ? 1 : 0),
      issuedOf: () => undefined,
      replaced: new Map(),
    });
    const issues: Issue[] = [
      ...master.issues,
      ...position.issues,
      ...receiptIssues,
      ...lanes.issues,
      ...policies.issues,
      ...demand.issues,
    ];
    for (const item of new Set(position.leaves.map((leaf) => leaf.item))) {
      if (placeOf(item) !== undefined || !demand.placesOf(item).includes("")) continue;
      const message = `${item}: Location must be told, Stock has the item at several places: demand without one is left out`;
      issues.push({ table: (tables.forecast ?? tables.demand)!.name, row: 0, column: "Location", message });
    }
    const journeys = journeysOf(arrived, lanes.lanes);
    issues.push(...journeys.issues);
    const flows = new Map<
      string,
      { item: string; location: string; onHand: number; lines: ExpectedLine[] }
    >();
    const flowOf = (item: string, location: string) => {
      const id = leafId(item, location);
      let flow = flows.get(id);
      if (flow === undefined) flows.set(id, (flow = { item, location, onHand: 0, lines: [] }));
      return flow;
    };
    for (const { item, location, ownUsable, vendorUsable } of position.leaves)
      flowOf(item, location).onHand += ownUsable + vendorUsable;
    for (const order of open) {
      const line = {
        ...order,
        location: order.location === "" ? (placeOf(order.item) ?? "") : order.location,
      };
      const arrival = journeys.arrivalOf(line, today);
      if (arrival === undefined) {
        const message = `${line.order} ${line.line}: Due, ETA or Ordered must tell when it arrives`;
        issues.push({ table: receiptsTable.name, row: line.row, column: "Due", message });
      } else flowOf(line.item, line.location).lines.push({ ...line, arrival });
    }
    const monthRows: PipelineRow[] = [];
    const arrivals: Omit<ArrivalRow, "Rank">[] = [];
    for (const [id, { item, location, onHand, lines }] of flows) {
      const coming = demand.of(item, location).coming;
      if (lines.length === 0 && coming.every((units) => units === 0)) continue;
      const flow: LeafFlow = { onHand, lines, demand: (coming[0] ?? 0) / daysPerMonth };
      const { Price = null, Cost = null } = master.items.get(item) ?? {};
      const margin = Price === null || Cost === null ? null : Math.max(0, Price - Cost);
      for (const line of lines) arrivals.push(arrivalRow(line, gapOf(line, flow, today), margin, runId));
      const safetyStock = policies.byLeaf.get(id)?.SS ?? 0;
      const ahead = coming.map((units, m) => (m === 0 ? units * left : units));
      monthRows.push(
        ...projection({ flow, coming: ahead, safetyStock, first, months }).map((row) => ({
          Item: item,
          Location: location,
          ...row,
          RunId: runId,
        })),
      );
    }
    const ranked = [...arrivals]
      .sort((a, b) => (b.Risk ?? 0) - (a.Risk ?? 0) || (b.LateChance ?? 0) - (a.LateChance ?? 0))
      .map((row, i): ArrivalRow => ({ ...row, Rank: i + 1 }));
    const short = new Set(
      monthRows
        .filter(({ State }) => State === "short")
        .map(({ Item, Location }) => leafId(Item ?? "", Location ?? "")),
    );
    const details: PipelineDetails = {
      months: monthRows,
      arrivals: ranked,
      today,
      coverage: journeys.coverage,
    };
    const covered =
      journeys.coverage === null
        ? ""
        : `; ${(100 * journeys.coverage).toFixed(0)} % of ${journeys.judged} past arrivals came by their P80`;
    return {
      results: [tableRows(pipelineTable, monthRows), tableRows(arrivalsTable, ranked)],
      issues,
      summary: `${ranked.length} open orders, ${short.size} items and places run short within ${months} months unless more is ordered${covered}`,
      inputHash: tablesHash(tables),
      details,
    };
  },
});

interface Projection {
  readonly flow: LeafFlow;
  readonly coming: readonly number[];
  readonly safetyStock: number;
  readonly first: number;
  readonly months: number;
}

function projection({ flow, coming, safetyStock, first, months }: Projection) {
  const demand = Array.from({ length: months }, (_, m) => coming[m] ?? 0);
  const arriving = (day: (line: ExpectedLine) => number) =>
    demand.map((_, m) =>
      flow.lines.reduce(
        (sum, line) => sum + (Math.max(0, bucketOf(day(line), "M") - first) === m ? line.quantity : 0),
        0,
      ),
    );
  const [usual, late] = [arriving(({ arrival }) => arrival.p50), arriving(({ arrival }) => arrival.p80)];
  const balances = (arriving: readonly number[]) =>
    projectStock(flow.onHand, arriving, demand, safetyStock).map(
      ({ closing, shortage }) => closing - shortage,
    );
  const [planned, delayed] = [balances(usual), balances(late)];
  return demand.map((units, m) => {
    const closing = planned[m];
    const state = closing < 0 ? "short" : closing < safetyStock ? "below safety stock" : "ok";
    return {
      Month: bucketStart(first + m, "M"),
      Opening: m === 0 ? flow.onHand : planned[m - 1],
      Arrivals: usual[m],
      Demand: units,
      Closing: closing,
      LateArrivals: late[m],
      LateClosing: delayed[m],
      SS: safetyStock,
      State: state as "short" | "below safety stock" | "ok",
    };
  });
}

function arrivalRow(
  line: ExpectedLine,
  gap: number,
  margin: number | null,
  runId: string,
): Omit<ArrivalRow, "Rank"> {
  const { p50, p80, lateChance, basis } = line.arrival;
  const cost = margin === null ? null : gap * margin;
  return {
    PO: line.order,
    Line: line.line,
    Item: line.item,
    Location: line.location === "" ? null : line.location,
    Supplier: line.supplier === "" ? null : line.supplier,
    Qty: line.quantity,
    Due: line.due,
    P50: p50,
    P80: p80,
    LateChance: lateChance,
    Gap: gap,
    GapCost: cost,
    Risk: cost === null || lateChance === null ? null : lateChance * cost,
    Basis: basis,
    RunId: runId,
    Stage: line.dispatched === null ? "with supplier" : "under way",
  };
}

function dayOf(on: string): number | undefined {
  if (on.trim() === "") return undefined;
  const serial = serialOfIsoText(on);
  if (serial === undefined) throw invalidInput("on", "must be a date such as 2026-03-31", on);
  return serial;
}
