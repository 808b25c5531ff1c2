import { networkSimulationTable, type Row } from "../../workbook/tables";

type SimulationRow = Row<typeof networkSimulationTable.columns>;

/** One item as NetworkSimulation has it. */
export interface SimulatedRows {
  readonly item: string;
  readonly rows: readonly SimulationRow[];
  /** Places of the rows among those given. */
  readonly places: readonly number[];
  readonly served: Served;
  /** Price less cost of them; null where no price is known. */
  readonly lateMargin: number | null;
}

/** What customers get, places weighed by what they ask for there. */
export interface Served {
  /** Units delivered within the service time, 0-1. */
  readonly fillRate: number;
  /** The same without the stress; as `fillRate` in a normal year. */
  readonly normal: number;
  /** Units of a run that come late because of the stress. */
  readonly late: number;
  /** Money a year. */
  readonly cost: number;
}

/** Items as played: what costs the most margin first, then the worst served. */
export function simulationList(rows: readonly SimulationRow[]): SimulatedRows[] {
  const byItem = new Map<string, number[]>();
  rows.forEach(({ Item, FillRate }, i) => {
    if (Item === null || FillRate === null) return;
    byItem.set(Item, [...(byItem.get(Item) ?? []), i]);
  });
  return [...byItem]
    .map(([item, places]): SimulatedRows => {
      const own = places.map((i) => rows[i]);
      return { item, rows: own, places, served: served(own), lateMargin: marginOf(own) };
    })
    .sort(
      (a, b) =>
        (b.lateMargin ?? 0) - (a.lateMargin ?? 0) ||
        b.served.late - a.served.late ||
        a.served.fillRate - b.served.fillRate,
    );
}

export function served(rows: readonly Partial<SimulationRow>[]): Served {
  const asked = rows.reduce((sum, { Demand }) => sum + (Demand ?? 0), 0);
  const share = (of: (row: Partial<SimulationRow>) => number) =>
    asked > 0 ? rows.reduce((sum, row) => sum + of(row) * (row.Demand ?? 0), 0) / asked : 1;
  return {
    fillRate: share(({ FillRate }) => FillRate ?? 1),
    normal: share(({ FillRate, NormalFillRate }) => NormalFillRate ?? FillRate ?? 1),
    late: rows.reduce((sum, { Late }) => sum + (Late ?? 0), 0),
    cost: rows.reduce((sum, { Cost }) => sum + (Cost ?? 0), 0),
  };
}

/** Null where nothing tells a margin. */
export function marginOf(rows: readonly Partial<SimulationRow>[]): number | null {
  const known = rows.filter(({ LateMargin }) => LateMargin !== null && LateMargin !== undefined);
  return known.length === 0 ? null : known.reduce((sum, { LateMargin }) => sum + LateMargin!, 0);
}
