import { networkSimulationTable, type Row } from "../../workbook/tables";
import type { PlacementBound } from "./cover-rules";
import { placesByItem } from "./places-by-item";

type SimulationRow = Row<typeof networkSimulationTable.columns>;

/** One item as NetworkSimulation has it. */
export interface SimulatedRows {
  readonly item: string;
  readonly rows: readonly SimulationRow[];
  /** Places of the rows among those given. */
  readonly places: readonly number[];
  /** Customers' units delivered within the service time, 0-1. */
  readonly fillRate: number;
  /** The same without the stress; as `fillRate` where none touches the item. */
  readonly normal: number;
  /** Customers' units of a run that come late because of the stress. */
  readonly late: number;
  /** Price less cost of them; null where no price is known. */
  readonly lateMargin: number | null;
  /** Money a year, and without the stress. */
  readonly cost: number;
  readonly normalCost: number;
}

export interface SimulatedTotal {
  /** Means over items, 0-1. */
  readonly fillRate: number;
  readonly normal: number;
  /** Sums over items; null where no price is known. */
  readonly lateMargin: number | null;
  readonly cost: number;
  readonly normalCost: number;
  /** In words; null for a normal year. */
  readonly stress: string | null;
  /** Items by the bound their plan was made with, and demand drawn by. */
  readonly bounds: ReadonlyMap<PlacementBound, number>;
}

/** Items as played: what costs the most margin first, then the worst served. */
export function simulationList(rows: readonly SimulationRow[]): SimulatedRows[] {
  return [...placesByItem(rows, ({ FillRate }) => FillRate !== null)]
    .map(([item, places]) => itemOf(item, places, rows))
    .sort((a, b) => (b.lateMargin ?? 0) - (a.lateMargin ?? 0) || b.late - a.late || a.fillRate - b.fillRate);
}

function itemOf(item: string, places: readonly number[], all: readonly SimulationRow[]): SimulatedRows {
  const rows = places.map((i) => all[i]);
  const sum = (of: (row: SimulationRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const asked = sum(({ Demand }) => Demand ?? 0);
  const share = (of: (row: SimulationRow) => number) =>
    asked > 0 ? sum((row) => of(row) * (row.Demand ?? 0)) / asked : 1;
  return {
    item,
    rows,
    places,
    fillRate: share(({ FillRate }) => FillRate ?? 1),
    normal: share(({ FillRate, NormalFillRate }) => NormalFillRate ?? FillRate ?? 1),
    late: sum(({ Late }) => Late ?? 0),
    lateMargin: knownSum(rows.map(({ LateMargin }) => LateMargin)),
    cost: sum(({ Cost }) => Cost ?? 0),
    normalCost: sum(({ Cost, NormalCost }) => NormalCost ?? Cost ?? 0),
  };
}

export function simulationTotal(items: readonly SimulatedRows[]): SimulatedTotal {
  const sum = (of: (item: SimulatedRows) => number) => items.reduce((total, item) => total + of(item), 0);
  const mean = (of: (item: SimulatedRows) => number) => (items.length > 0 ? sum(of) / items.length : 1);
  const bounds = new Map<PlacementBound, number>();
  for (const { rows } of items) {
    const bound = rows[0].Bound ?? "NORMAL";
    bounds.set(bound, (bounds.get(bound) ?? 0) + 1);
  }
  const stresses = items.flatMap(({ rows }) => rows.map(({ Stress }) => Stress));
  return {
    fillRate: mean(({ fillRate }) => fillRate),
    normal: mean(({ normal }) => normal),
    lateMargin: knownSum(items.map(({ lateMargin }) => lateMargin)),
    cost: sum(({ cost }) => cost),
    normalCost: sum(({ normalCost }) => normalCost),
    stress: stresses.find((stress) => stress !== null) ?? null,
    bounds,
  };
}

/** Of what is known; null where nothing is. */
function knownSum(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}
