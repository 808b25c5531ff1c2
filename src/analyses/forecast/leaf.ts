import type { ForecastLevel } from "./forecast-options";
import type { LaunchCase } from "./launch-forecast";

/** The item at the same place whose demand a leaf takes over. */
export interface Predecessor {
  readonly id: string;
  readonly item: string;
  /** Units of the successor for one of the predecessor. */
  readonly factor: number;
  /** First bucket of sale of the successor. */
  readonly launch: number;
  /** Last bucket in which the predecessor is served; null where none is set. */
  readonly last: number | null;
}

/** An item at a place: what rows of Forecast are for. */
export interface Leaf {
  readonly id: string;
  readonly item: string;
  /** Blank where Demand names none. */
  readonly location: string;
  /** Blank where Items names none. */
  readonly family: string;
  /** Lifecycle stage as Items has it; blank where it does not. */
  readonly stage: string;
  /** Calendar days; null where not known. */
  readonly leadTime: number | null;
  /** Body row of Items, counted from 0; null where the item stands in no row. */
  readonly itemRow: number | null;
  /** Body row of Demand with its first line, counted from 1. */
  readonly demandRow: number;
  /** Bucket of the first entry of `series`. */
  readonly start: number;
  /** Demand by bucket, from the first line of the item to the last bucket that is over. */
  readonly series: readonly number[];
  /** What it takes over from an item that it replaces. */
  readonly replaces?: Predecessor;
  /** What a new item is forecast from. */
  readonly launch?: LaunchCase;
}

/** Leaves that are forecast together; one leaf where the level is the finest. */
export interface Group {
  readonly level: ForecastLevel;
  readonly leaves: readonly Leaf[];
  readonly start: number;
  readonly series: readonly number[];
  /** The leaves are a predecessor and its successor, the series in units of the latter. */
  readonly changeOver?: Pick<Predecessor, "factor" | "launch" | "last">;
}

export function leafId(item: string, location: string): string {
  return `${item}\t${location}`;
}
