import { PlanningError } from "../engine/errors";
import { demandTable, itemsTable, runsTable, segmentHistoryTable, type Issue } from "../workbook/tables";
import { defineAnalysis, needs, wants, type AnalysisOutcome } from "./define-analysis";
import { completeOptions, textOption } from "./options";
import { segmentReview } from "./run-classify-items";
import { fromStored, fromTables, storedRun, type Difference } from "./segments/reperform";
import type { ReviewRequest } from "./segments/review-tables";
import { storedOptions } from "./stored-options";

/** What an auditor gets who performs a stored run of classes again. */
export interface Reperformed {
  readonly runId: string;
  readonly items: number;
  /** Classes that do not come out of what the run wrote down. */
  readonly different: readonly Difference[];
  /** The tables are as they were then: the same hash. */
  readonly sameInput: boolean;
  /** Classes that the tables as they are now would give otherwise; none where the input is the same. */
  readonly differentNow: readonly Difference[];
}

export const reperformClasses = defineAnalysis({
  id: "reperform-classes",
  summary: "Performs a stored review of segments again and reports every class that comes out differently.",
  notes: [
    "From what the run wrote to SegmentHistory (value, variation, months and class before) with the options in Runs: every class must come out as it was written.",
    "Then from Items and Demand as they are: where nothing of then has changed, the hash of the input is that of the run. Later demand does not count.",
  ],
  options: { run: textOption("Run to perform again, as in Runs; blank for the last one") },
  reads: {
    items: needs(itemsTable),
    demand: wants(demandTable),
    history: needs(segmentHistoryTable),
    runs: needs(runsTable),
  },
  writes: [runsTable],
  run: ({ tables }, { run }): AnalysisOutcome => {
    const stored = storedRun(tables.runs, tables.history, segmentReview.id, run.trim());
    const request = requestOf(stored.run.Params ?? "");
    const different = fromStored(stored.written, request);
    const now = fromTables(tables.items, tables.demand, stored, request);
    const details: Reperformed = {
      runId: stored.run.RunId as string,
      items: stored.written.length,
      different,
      sameInput: now.sameInput,
      differentNow: now.different,
    };
    const rowOf = new Map(stored.written.map(({ Item }, i) => [Item, stored.writtenRows[i]]));
    const issues: Issue[] = different.map(({ item, written, now: found }) => ({
      table: segmentHistoryTable.name,
      row: rowOf.get(item) ?? 0,
      column: "New",
      message: `New of ${item} must be ${found} as performed again, got ${written}`,
    }));
    if (!now.sameInput)
      issues.push({
        table: runsTable.name,
        row: stored.runRow,
        column: "InputHash",
        message: `Items or Demand have changed since ${details.runId}: ${counted(now.different.length)} would be classed otherwise now`,
      });
    return {
      results: [],
      issues,
      summary: summaryOf(details),
      inputHash: stored.run.InputHash ?? undefined,
      details,
    };
  },
});

/** @throws PlanningError where Runs holds no options that can be read */
function requestOf(params: string): ReviewRequest {
  if (params === "")
    throw new PlanningError("insufficient-data", "Params", "Params of the run must not be blank");
  const options = completeOptions(segmentReview.options, storedOptions(segmentReview, params));
  return options as unknown as ReviewRequest;
}

function summaryOf({ runId, items, different, sameInput }: Reperformed): string {
  const same = (items - different.length).toLocaleString("en");
  const input = sameInput ? "the tables are as they were" : "the tables have changed since";
  return `${same} of ${items.toLocaleString("en")} classes of ${runId} come out as they were written; ${input}`;
}

function counted(items: number): string {
  return items === 1 ? "1 item" : `${items.toLocaleString("en")} items`;
}
