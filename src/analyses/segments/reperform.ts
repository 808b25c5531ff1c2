import { PlanningError } from "../../engine/errors";
import { itemsTable, readRows, runsTable, type Row } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent } from "../../workbook/workbook";
import { atLeast, classByVariation, classesWithBand, type ReviewRules } from "./review-segments";
import { reviewTables, type ReviewRequest } from "./review-tables";
import { readHistory, type HistoryRow } from "./segment-history";

export interface StoredRun {
  readonly run: Row<typeof runsTable.columns>;
  /** Body row of Runs, counted from 1. */
  readonly runRow: number;
  /** Rows of SegmentHistory that it wrote. */
  readonly written: readonly HistoryRow[];
  /** Body rows of SegmentHistory, counted from 1. */
  readonly writtenRows: readonly number[];
}

/** An item whose class does not come out as it was written. */
export interface Difference {
  readonly item: string;
  readonly written: string;
  readonly now: string;
}

/** A stored run of classes and what it wrote: the one named, or the last one. */
export function storedRun(runs: TableContent, history: TableContent, job: string, runId: string): StoredRun {
  const read = readRows(runsTable, runs.columns, runs.rows);
  const past = read.rows
    .map((run, i) => ({ run, runRow: read.rowNumbers[i] }))
    .filter(({ run }) => run.Job === job && (runId === "" || run.RunId === runId));
  const { rows, rowNumbers } = readHistory(history);
  for (const { run, runRow } of past.reverse()) {
    const places = rows.flatMap((row, i) => (row.RunId === run.RunId ? [i] : []));
    if (places.length === 0) continue;
    return {
      run,
      runRow,
      written: places.map((i) => rows[i]),
      writtenRows: places.map((i) => rowNumbers[i]),
    };
  }
  const message =
    runId === ""
      ? `Runs must hold a run of ${job} whose rows stand in SegmentHistory`
      : `RunId must be that of a run of ${job} whose rows stand in SegmentHistory, got ${runId}`;
  throw new PlanningError("insufficient-data", "RunId", message);
}

/** Classes once more from what the run wrote down of every item: its value, variation, months and class before. */
export function fromStored(written: readonly HistoryRow[], rules: ReviewRules): readonly Difference[] {
  const { classes } = classesWithBand(
    written.map(({ Item, Value, Held, Old }) => ({
      item: Item as string,
      value: Held === null ? Value : null,
      base: (Old ?? "").slice(0, 1),
    })),
    { cuts: rules.abc, band: rules.band },
  );
  return written.flatMap((row, i) => {
    // A person gave the class of what is held: there is nothing to compute.
    if (row.Held !== null) return [];
    const variation = classByVariation(
      { variation: row.CV, months: row.Months ?? 0 },
      (row.Old ?? "").slice(1),
      rules,
    );
    const now = atLeast(classes[i], row.MinABC ?? "") + variation;
    return now === row.New ? [] : [{ item: row.Item as string, written: row.New ?? "", now }];
  });
}

/** Classes once more from the tables as they are, with the options of the run: the same where nothing of then has changed. */
export function fromTables(
  items: TableContent,
  demand: TableContent | undefined,
  { run, written }: StoredRun,
  request: ReviewRequest,
): { readonly sameInput: boolean; readonly different: readonly Difference[] } {
  const before = new Map(
    written.map(({ Item, Old, New, Held }) => [Item as string, (Held === null ? Old : New) ?? ""]),
  );
  const again = reviewTables({ items: withClasses(items, before), demand, history: undefined }, request);
  const classes = new Map(again.items.map(({ item, abc, xyz }) => [item, abc + xyz]));
  const different = written.flatMap(({ Item, New }) => {
    const now = classes.get(Item as string) ?? "";
    return now === New ? [] : [{ item: Item as string, written: New ?? "", now }];
  });
  return { sameInput: again.inputHash === run.InputHash, different };
}

/** Items with the classes they had before the run; a segment such as BX is class B, then X. */
function withClasses(items: TableContent, before: ReadonlyMap<string, string>): TableContent {
  const at = (name: string) => items.columns.findIndex((column) => normalised(column) === normalised(name));
  const [item, abc, xyz] = [at("Item"), at("ABC"), at("XYZ")];
  const rows = items.rows.map((row) => {
    const old = before.get(String(row[item]).trim());
    if (old === undefined) return row;
    const changed: CellValue[] = [...row];
    if (abc >= 0) changed[abc] = old.slice(0, 1);
    if (xyz >= 0) changed[xyz] = old.slice(1);
    return changed;
  });
  return { ...items, name: itemsTable.name, rows };
}
