import { lanesTable, locationsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

export interface Place {
  /** "" where the cell is blank. */
  readonly id: string;
  readonly name: string;
  readonly type: "supplier" | "plant" | "DC" | "store" | null;
  /** Cycle service level of its own; null for that of the run. */
  readonly csl: number | null;
  /** Body row of Locations, counted from 1. */
  readonly row: number;
}

/** One row of Lanes as it stands, faults included; numbers are NaN where the cell is blank. */
export interface NetworkLane {
  readonly from: string;
  readonly to: string;
  /** "" where the lane is for all items. */
  readonly item: string;
  /** Calendar days. */
  readonly leadTime: number;
  readonly leadTimeSd: number;
  readonly freight: number;
  readonly moq: number;
  readonly multiple: number;
  /** Units a month. */
  readonly capacity: number;
  readonly lateral: boolean;
  /** Weekdays on which it runs; "" for every working day. */
  readonly daysOpen: string;
  readonly row: number;
}

// Blank ends and negative times are findings of a check, not reasons to leave a row unread.
const { Location, Name, Type, CSL } = locationsTable.columns;
const placeColumns = {
  ...locationsTable,
  columns: { Location: { ...Location, required: false }, Name, Type, CSL },
};
const { From, To, Item, LeadTime, LTsd, Cost, MOQ, Multiple, Capacity, Use, DaysOpen } = lanesTable.columns;
const laneColumns = {
  ...lanesTable,
  columns: {
    From: { ...From, required: false },
    To: { ...To, required: false },
    Item,
    LeadTime: { ...LeadTime, min: undefined },
    LTsd,
    Cost,
    MOQ,
    Multiple,
    Capacity,
    Use,
    DaysOpen,
  },
};

export function readPlaces(content: TableContent): { places: readonly Place[]; issues: readonly Issue[] } {
  const { rows, rowNumbers, issues } = readRows(placeColumns, content.columns, content.rows);
  const places = rows.map((row, i) => ({
    id: row.Location ?? "",
    name: row.Name ?? "",
    type: row.Type,
    csl: row.CSL,
    row: rowNumbers[i],
  }));
  return { places, issues };
}

export function readLanes(content: TableContent): {
  lanes: readonly NetworkLane[];
  issues: readonly Issue[];
} {
  const { rows, rowNumbers, issues } = readRows(laneColumns, content.columns, content.rows);
  const lanes = rows.map((row, i) => ({
    from: row.From ?? "",
    to: row.To ?? "",
    item: row.Item ?? "",
    leadTime: row.LeadTime ?? NaN,
    leadTimeSd: row.LTsd ?? NaN,
    freight: row.Cost ?? NaN,
    moq: row.MOQ ?? NaN,
    multiple: row.Multiple ?? NaN,
    capacity: row.Capacity ?? NaN,
    lateral: row.Use === "lateral",
    daysOpen: row.DaysOpen ?? "",
    row: rowNumbers[i],
  }));
  return { lanes, issues };
}

/** The lanes that serve an item: its own, and those for all items where it has none of its own between the two places. */
export function lanesOf(item: string, lanes: readonly NetworkLane[]): NetworkLane[] {
  const own = lanes.filter((lane) => lane.item === item);
  const taken = new Set(own.map(({ from, to, lateral }) => JSON.stringify([from, to, lateral])));
  const general = lanes.filter(
    ({ item: of, from, to, lateral }) => of === "" && !taken.has(JSON.stringify([from, to, lateral])),
  );
  return [...own, ...general];
}

/** Lanes by the items they are for, so that thousands of items do not walk through all lanes each. */
export function lanesByItem(lanes: readonly NetworkLane[]): (item: string) => NetworkLane[] {
  const byItem = new Map<string, NetworkLane[]>();
  for (const lane of lanes) {
    const list = byItem.get(lane.item);
    if (list === undefined) byItem.set(lane.item, [lane]);
    else list.push(lane);
  }
  const general = byItem.get("") ?? [];
  return (item) => lanesOf(item, [...(byItem.get(item) ?? []), ...general]);
}
