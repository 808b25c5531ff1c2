import { bucketOf, daysPerMonth } from "../engine/calendar";
import { defaultLimits } from "../engine/optimise";
import {
  demandTable,
  forecastTable,
  itemsTable,
  lanesTable,
  movesTable,
  openOrdersTable,
  policiesTable,
  readRows,
  receiptsTable,
  runsTable,
  stockTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { openLines } from "./allocation/open-lines";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { leafId } from "./forecast/plan-forecast";
import { companyDemand } from "./health/coming-demand";
import { masterData } from "./health/master-data";
import { stockPosition } from "./health/stock-position";
import { lanesByItem, readLanes } from "./network/network-tables";
import { numberOption } from "./options";
import { currentPolicies } from "./policies/target-rows";
import { keepCapacity, type CapacityLane } from "./rebalancing/keep-capacity";
import {
  moveItem,
  type MoveLane,
  type MoveTask,
  type ProposedMove,
  type SiteStock,
} from "./rebalancing/move-item";
import { splitReceipts } from "./rebalancing/open-receipts";
import { tablesHash } from "./tables-hash";

type MoveRow = Row<typeof movesTable.columns>;

interface State {
  readonly items: readonly string[];
  readonly rowOf: Readonly<Record<string, number>>;
  readonly decided: readonly MoveRow[];
  readonly capacities: readonly CapacityLane[];
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

/** What the pane shows beside the table. */
export interface MovesDetails {
  readonly moves: readonly ProposedMove[];
  readonly benefit: number;
}

export const rebalanceStock = defineAnalysis({
  id: "rebalance",
  summary:
    "Proposes moves between sites: from where stock lies unused to where it is missing, if freight is worth it.",
  notes: [
    "Moves run on Lanes with Use lateral, in their multiples and not below their MOQ or minvalue. A source never goes below its own reorder point (Policies[ROP]). What it will not use within horizon saves a write-down; what a sink lacks before regular supply could arrive saves its margin, what it lacks up to its reorder point the part refill of it.",
    "Position is usable stock and open receipts, less open orders. Moves with benefit only; per item the best together, by network simplex, or by an integer program where there are packs, smallest moves or a cost a move. Lanes[Capacity] bounds each move and counts over all items: the least worthwhile moves are left out.",
    "Moves that were accepted count as on their way until their Status is done, as Stock shows them then; those rejected are not proposed again.",
  ],
  solverSeconds: () => defaultLimits.seconds,
  options: {
    horizon: numberOption("Months within which stock is still of use", "months", 12, {
      min: 1,
      max: 60,
      integer: true,
    }),
    writedown: numberOption("Part of its cost that a unit beyond that loses", "fraction", 0.3, {
      min: 0,
      max: 1,
    }),
    refill: numberOption("Part of the margin that a unit below the reorder point is worth", "fraction", 0.2, {
      min: 0,
      max: 1,
    }),
    minvalue: numberOption("Least worth of a move at cost", "money", 0, { min: 0 }),
    movecost: numberOption("What each move costs besides freight", "money", 0, { min: 0 }),
    leadtime: numberOption("Days until regular supply where Items has no LeadTime", "days", 14, {
      min: 0,
      max: 3660,
    }),
  },
  reads: {
    items: needs(itemsTable),
    stock: needs(stockTable),
    policies: needs(policiesTable),
    lanes: needs(lanesTable),
    forecast: wants(forecastTable),
    demand: wants(demandTable),
    receipts: wants(receiptsTable),
    orders: wants(openOrdersTable),
    moves: wants(movesTable),
  },
  writes: [movesTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const master = masterData(tables.items, undefined);
    const position = stockPosition(tables.stock, master);
    const policies = currentPolicies(tables.policies);
    const { lanes, issues: laneIssues } = readLanes(tables.lanes);
    const receipts = tables.receipts === undefined ? undefined : splitReceipts(tables.receipts);
    const orders = tables.orders === undefined ? undefined : openLines(tables.orders, Infinity);
    const past = decidedMoves(tables.moves);
    const demand = companyDemand({
      forecast: tables.forecast,
      demand: tables.demand,
      last: bucketOf(position.asOf ?? lastDay(tables.demand), "M"),
      horizon: options.horizon,
      shareOf: () => 0,
      issuedOf: () => undefined,
      replaced: new Map(),
    });
    const issues: Issue[] = [
      ...master.issues,
      ...position.issues,
      ...policies.issues,
      ...laneIssues,
      ...(receipts?.issues ?? []),
      ...(orders?.issues ?? []),
      ...past.issues,
      ...demand.issues,
    ];
    const incoming = sums([
      ...(receipts?.open ?? []).map(
        ({ item, location, quantity }) => [leafId(item, location), quantity] as const,
      ),
      ...past.accepted.map(({ Item, To, Qty }) => [leafId(Item ?? "", To ?? ""), Qty ?? 0] as const),
    ]);
    const promised = sums([
      ...(orders?.lines ?? []).map(({ item, location, wanted }) => [leafId(item, location), wanted] as const),
      ...past.accepted.map(({ Item, From, Qty }) => [leafId(Item ?? "", From ?? ""), Qty ?? 0] as const),
    ]);
    const stockAt = new Map(position.leaves.map((leaf) => [leaf.id, leaf.ownUsable]));
    const lateral = lanesByItem(lanes.filter((lane) => lane.lateral && lane.from !== lane.to));
    const work: MoveTask[] = [];
    for (const [item, { Cost, StdCost, Price, LeadTime, row }] of master.items) {
      const ways = lateral(item);
      const cost = Cost ?? StdCost;
      if (ways.length === 0) continue;
      const places = new Set(ways.flatMap(({ from, to }) => [from, to]));
      const sites: SiteStock[] = [];
      for (const location of places) {
        const id = leafId(item, location);
        const reorderPoint = policies.byLeaf.get(id)?.ROP ?? null;
        const onHand = stockAt.get(id) ?? 0;
        if (reorderPoint === null) {
          // Where nothing lies and nothing is planned there is nothing to move.
          if (onHand > 0)
            issues.push({
              table: itemsTable.name,
              row,
              column: "Item",
              message: `${item}: no ROP in Policies for ${location}, so nothing is moved to or from it`,
            });
          continue;
        }
        const coming = demand.of(item, location).coming;
        const days = LeadTime ?? options.leadtime;
        sites.push({
          location,
          free: onHand - (promised.get(id) ?? 0),
          incoming: incoming.get(id) ?? 0,
          reorderPoint,
          use: coming.reduce((sum, units) => sum + units, 0),
          untilSupply: ((coming[0] ?? 0) * days) / daysPerMonth,
        });
      }
      if (sites.length < 2) continue;
      if (cost === null) {
        issues.push({
          table: itemsTable.name,
          row,
          column: "Cost",
          message: `${item}: Cost must not be blank`,
        });
        continue;
      }
      const rejected = new Set(
        past.rejected.filter(({ Item }) => Item === item).map(({ From, To }) => JSON.stringify([From, To])),
      );
      work.push({
        item,
        sites,
        lanes: ways
          .filter(({ from, to }) => !rejected.has(JSON.stringify([from, to])))
          .map(({ from, to, freight, leadTime, moq, multiple, capacity }): MoveLane => ({
            from,
            to,
            freight: freight || 0,
            leadTime: Number.isNaN(leadTime) ? null : leadTime,
            least: Math.max(moq || 0, cost > 0 ? options.minvalue / cost : 0),
            multiple: multiple || 1,
            most: Number.isNaN(capacity) ? null : capacity,
          })),
        cost,
        margin: Price === null ? 0 : Math.max(0, Price - cost),
        writeDown: options.writedown,
        refill: options.refill,
        moveCost: options.movecost,
      });
    }
    const state: State = {
      items: work.map(({ item }) => item),
      rowOf: Object.fromEntries(work.map(({ item }) => [item, master.items.get(item)!.row])),
      decided: past.decided,
      capacities: lanes.flatMap(({ lateral: isLateral, from, to, item, capacity }) =>
        isLateral && capacity >= 0 ? [{ from, to, item, capacity }] : [],
      ),
      issues,
      inputHash: tablesHash(tables),
      runId,
    };
    return { state, work };
  },
  step: (task: MoveTask): ProposedMove[] => moveItem(task),
  finish: (state: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...state.issues];
    const proposed: ProposedMove[] = [];
    let failed = 0;
    results.forEach((result, i) => {
      if ("value" in result) return proposed.push(...result.value);
      failed++;
      const item = state.items[i];
      issues.push({
        table: itemsTable.name,
        row: state.rowOf[item],
        column: "Item",
        message: `${item}: ${result.problem}`,
      });
    });
    const { kept, leftOut } = keepCapacity(proposed, state.capacities);
    for (const { from, to, moves } of leftOut)
      issues.push({
        table: lanesTable.name,
        row: 0,
        column: "Capacity",
        message: `${from} to ${to}: ${moves} moves left out, the lane carries no more in a month`,
      });
    const moves = [...kept].sort((a, b) => b.benefit - a.benefit);
    const benefit = moves.reduce((sum, move) => sum + move.benefit, 0);
    const details: MovesDetails = { moves, benefit };
    return {
      results: [tableRows(movesTable, [...moves.map((move) => rowOf(move, state.runId)), ...state.decided])],
      issues,
      summary: `${moves.length} moves proposed, worth ${Math.round(benefit).toLocaleString("en")} after freight${failed === 0 ? "" : `; items that could not be planned: ${failed}`}`,
      inputHash: state.inputHash,
      details,
    };
  },
});

function decidedMoves(moves: TableContent | undefined) {
  const { rows, issues } =
    moves === undefined ? { rows: [], issues: [] } : readRows(movesTable, moves.columns, moves.rows);
  return {
    accepted: rows.filter(({ Status }) => Status === "accepted"),
    rejected: rows.filter(({ Status }) => Status === "rejected"),
    decided: rows.filter(({ Status }) => Status !== null && Status !== "proposed"),
    issues,
  };
}

function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [id, units] of entries) totals.set(id, (totals.get(id) ?? 0) + units);
  return totals;
}

/** Where Stock has no date, the day of the last demand. */
function lastDay(demand: TableContent | undefined): number {
  if (demand === undefined) return 1;
  const { rows } = readRows(demandTable, demand.columns, demand.rows);
  return rows.reduce((last, { Date }) => Math.max(last, Date ?? 1), 1);
}

function rowOf(move: ProposedMove, runId: string): MoveRow {
  return {
    Item: move.item,
    From: move.from,
    To: move.to,
    Qty: move.units,
    Value: move.value,
    Freight: move.freight,
    Avoided: move.avoided,
    Margin: move.margin,
    Benefit: move.benefit,
    LeadTime: move.leadTime,
    SourceAfter: move.sourceAfter,
    SourceROP: move.sourceReorderPoint,
    SinkBefore: move.sinkBefore,
    SinkAfter: move.sinkAfter,
    Reason: move.reason,
    Status: "proposed",
    RunId: runId,
    By: null,
    At: null,
  };
}
