import { PlanningError } from "../../engine/errors";
import { itemsTable, readRows, runsTable, segmentHistoryTable } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent } from "../../workbook/workbook";
import type { Analysis } from "../define-analysis";
import { runAnalysis } from "../run-analysis";
import { historyRows } from "./segment-history";

/** What an auditor gets who performs a stored run of classes again. */
export interface Reperformed {
  readonly runId: string;
  /** The input is the same as then. */
  readonly sameInput: boolean;
  readonly items: number;
  /** Items whose class came out as it was written. */
  readonly same: number;
  readonly different: readonly { readonly item: string; readonly written: string; readonly now: string }[];
}

/**
 * Performs a stored run of classify-items again from the file alone: options and hash from Runs, the classes of before from
 * SegmentHistory.
 * @throws PlanningError where the file does not hold the run
 */
export function reperform(analysis: Analysis, contents: readonly TableContent[], runId: string): Reperformed {
  const runs = tableNamed(contents, runsTable.name);
  const run = readRows(runsTable, runs.columns, runs.rows).rows.find(({ RunId }) => RunId === runId);
  const history = tableNamed(contents, segmentHistoryTable.name);
  const written = historyRows(history).filter((row) => row.RunId === runId);
  if (run === undefined || written.length === 0)
    throw new PlanningError(
      "insufficient-data",
      "RunId",
      `RunId must be that of a run of ${analysis.id}, got ${runId}`,
    );
  const before = new Map(written.map(({ Item, Old }) => [Item as string, Old ?? ""]));
  const others = contents.filter((table) => table !== history);
  const asThen = others.map((table) =>
    normalised(table.name) === normalised(itemsTable.name) ? withClasses(table, before) : table,
  );
  const outcome = runAnalysis(analysis, asThen, optionsIn(analysis, run.Params ?? ""), runId);
  const rows = outcome.results.find(({ table }) => table === segmentHistoryTable.name);
  const place = segmentColumns.indexOf("Item");
  const classes = new Map(
    rows?.kind === "rows" ? rows.rows.map((row) => [row[place], row[segmentColumns.indexOf("New")]]) : [],
  );
  const different = written.flatMap(({ Item, New }) => {
    const now = String(classes.get(Item as string) ?? "");
    return now === New ? [] : [{ item: Item as string, written: New ?? "", now }];
  });
  return {
    runId,
    sameInput: outcome.inputHash === run.InputHash,
    items: written.length,
    same: written.length - different.length,
    different,
  };
}

const segmentColumns = Object.keys(segmentHistoryTable.columns);

function tableNamed(contents: readonly TableContent[], name: string): TableContent {
  const found = contents.find((table) => normalised(table.name) === normalised(name));
  if (found === undefined) throw new PlanningError("insufficient-data", name, `the table ${name} is missing`);
  return found;
}

/** Items with the classes they had before the run; A segment such as BX is class B, then X. */
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
  return { ...items, rows };
}

/** Options as Runs keeps them: name=value, one after the other. */
export function optionsIn(analysis: Analysis, params: string): Record<string, unknown> {
  const names = Object.keys(analysis.options);
  const parts = params.split(new RegExp(`(?:^| )(?=(?:${names.join("|")})=)`)).filter((part) => part !== "");
  return Object.fromEntries(
    parts.map((part) => {
      const split = part.indexOf("=");
      const name = part.slice(0, split);
      return [name, analysis.options[name].read(part.slice(split + 1), name)];
    }),
  );
}
