import type { FlowBucket } from "./flow-periods";
import type { FlowCapacityRow, FlowRow, FlowStockRow } from "./flow-rows";
import { trace } from "./stays-short";

/** Money of the whole plan by what it is for. */
export interface FlowTotals {
  readonly freight: number;
  readonly transit: number;
  readonly holding: number;
  readonly waiting: number;
  readonly missing: number;
  readonly total: number;
  /** Widest of any item. */
  readonly gap: number;
}

/** Customers of an item at a place who wait, with the places of the rows that say so. */
export interface LatePlace {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  readonly rows: readonly number[];
  /** Most that wait at once. */
  readonly units: number;
  readonly cost: number;
}

/** A lane or place through the periods. */
export interface CapacityRows {
  readonly id: string;
  readonly kind: FlowCapacityRow["Kind"];
  /** From and to of a lane; the place alone. */
  readonly name: string;
  readonly item: string | null;
  readonly rows: readonly number[];
  /** Rows of them in which no more can go. */
  readonly full: readonly number[];
  /** Highest part that is used. */
  readonly share: number;
  /** Most that a unit more would save in any period; null where nothing tells. */
  readonly worth: number | null;
  readonly isParted: boolean;
}

/** Of this part on a capacity counts as full, and as nearly full. */
const fullShare = 1 - 1e-6;
const nearShare = 0.9;

export function flowTotals(plan: readonly FlowRow[], stock: readonly FlowStockRow[]): FlowTotals {
  const sum = <R>(rows: readonly R[], of: (row: R) => number | null) =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const parts = {
    freight: sum(plan, ({ Cost }) => Cost),
    transit: sum(plan, ({ TransitCost }) => TransitCost),
    holding: sum(stock, ({ HoldingCost }) => HoldingCost),
    waiting: sum(stock, ({ WaitingCost }) => WaitingCost),
    missing: sum(stock, ({ MissingCost }) => MissingCost),
  };
  return {
    ...parts,
    total: Object.values(parts).reduce((total, part) => total + part, 0),
    gap: stock.reduce((widest, { Gap }) => Math.max(widest, Gap ?? 0), 0),
  };
}

/** Who waits, the dearest first. */
export function latePlaces(stock: readonly FlowStockRow[]): LatePlace[] {
  const waits = [...stock.keys()].filter((i) => (stock[i].Waiting ?? 0) > trace);
  return grouped(waits, (i) => JSON.stringify([stock[i].Item, stock[i].Location]))
    .map(([id, rows]) => ({
      id,
      item: stock[rows[0]].Item ?? "",
      location: stock[rows[0]].Location ?? "",
      rows,
      units: rows.reduce((most, i) => Math.max(most, stock[i].Waiting ?? 0), 0),
      cost: rows.reduce((sum, i) => sum + (stock[i].WaitingCost ?? 0), 0),
    }))
    .sort((a, b) => b.cost - a.cost);
}

/** Lanes and places that are full or nearly so: those of which a unit more would save most come first, then the fullest. */
export function tightCapacities(capacity: readonly FlowCapacityRow[]): CapacityRows[] {
  return grouped([...capacity.keys()], (i) => {
    const { Kind, From, To, Item } = capacity[i];
    return JSON.stringify([Kind, From, To, Item]);
  })
    .map(([id, rows]): CapacityRows => {
      const { Kind, From, To, Item } = capacity[rows[0]];
      const shareOf = (i: number) => capacity[i].UsedShare ?? 1;
      const told = rows.flatMap((i) => capacity[i].Worth ?? []);
      return {
        id,
        kind: Kind,
        name: To === null ? (From ?? "") : `${From} → ${To}`,
        item: Item,
        rows,
        full: rows.filter((i) => shareOf(i) >= fullShare),
        share: Math.max(...rows.map(shareOf)),
        worth: told.length === 0 ? null : Math.max(...told),
        isParted: rows.some((i) => capacity[i].Parted === true),
      };
    })
    .filter(({ share }) => share >= nearShare)
    .sort((a, b) => (b.worth ?? 0) - (a.worth ?? 0) || b.share - a.share);
}

/** What has to leave first comes first, of that the dearest. */
export function shipmentOrder(plan: readonly FlowRow[]): number[] {
  return [...plan.keys()].sort(
    (a, b) => (plan[a].Date ?? 0) - (plan[b].Date ?? 0) || (plan[b].Value ?? 0) - (plan[a].Value ?? 0),
  );
}

/** Whether first days of periods are those of weeks. */
export function bucketOfDates(dates: readonly (number | null)[]): FlowBucket {
  const days = [...new Set(dates)].filter((day): day is number => day !== null).sort((a, b) => a - b);
  return days.length > 1 && days.slice(1).every((day, i) => day - days[i] === 7) ? "W" : "M";
}

function grouped(places: readonly number[], idOf: (place: number) => string): [string, number[]][] {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    const id = idOf(place);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [place]);
    else group.push(place);
  }
  return [...groups];
}
