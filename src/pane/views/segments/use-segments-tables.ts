import { useState } from "react";
import { segmentationNeeds } from "../../../analyses/segmentation-needs";
import type { Need } from "../../../analyses/needs";
import type { TableContent, Workbook } from "../../../workbook/workbook";
import { useLive, type Loaded } from "../../use-live";

const names = [
  "Items",
  "Demand",
  "Policies",
  "Receipts",
  "Contracts",
  "Forecast",
  "SegmentHistory",
  "Runs",
  "Settings",
] as const;
type Name = (typeof names)[number];

export interface SegmentsSource {
  readonly needs: readonly Need[];
  /** Those that are there; the same object as long as nothing in a table changes. */
  readonly tables: Readonly<Partial<Record<Name, TableContent>>>;
}

async function loadSource(workbook: Workbook): Promise<SegmentsSource> {
  const there = await workbook.tables();
  const needs = segmentationNeeds(there);
  const known = names.filter((name) =>
    there.some((table) => table.name.toLowerCase() === name.toLowerCase()),
  );
  const contents = await Promise.all(known.map((name) => workbook.readTable(name)));
  const tables = Object.fromEntries(
    known.flatMap((name, i) => (contents[i] === undefined ? [] : [[name, contents[i]] as const])),
  );
  return { needs, tables };
}

/** The tables of the view, read again after each change unless `paused`; what did not change stays the same object. */
export function useSegmentsTables(paused: boolean): Loaded<SegmentsSource> {
  const source = useLive(loadSource, ...(paused ? [] : (["changes"] as const)));
  const [kept, setKept] = useState<{ readonly read: SegmentsSource; readonly value: SegmentsSource }>();
  if (source.state !== "ready") return source;
  const read = source.value;
  if (kept?.read === read) return { state: "ready", value: kept.value };
  const value = kept === undefined ? read : withKept(read, kept.value);
  setKept({ read, value });
  return { state: "ready", value };
}

function withKept(next: SegmentsSource, kept: SegmentsSource): SegmentsSource {
  const tables = Object.fromEntries(
    Object.entries(next.tables).map(([name, table]) => {
      const before = kept.tables[name as Name];
      return [name, before !== undefined && sameContent(before, table) ? before : table];
    }),
  );
  const sameTables =
    Object.keys(tables).length === Object.keys(kept.tables).length &&
    Object.entries(tables).every(([name, table]) => kept.tables[name as Name] === table);
  return sameTables && JSON.stringify(next.needs) === JSON.stringify(kept.needs) ? kept : { ...next, tables };
}

function sameContent(a: TableContent, b: TableContent): boolean {
  return (
    a.rows.length === b.rows.length &&
    a.address === b.address &&
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column === b.columns[i]) &&
    a.rows.every((row, r) => row.every((cell, c) => cell === b.rows[r][c]))
  );
}
