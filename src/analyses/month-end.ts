import { sha256 } from "../engine/math/sha256";
import { reservePolicyTable, type Issue, type TableSchema } from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { ageStock } from "./age-stock";
import {
  defineAnalysis,
  wants,
  type Analysis,
  type AnalysisOutcome,
  type TableNeed,
  type TableResult,
} from "./define-analysis";
import { postJournal } from "./post-journal";
import { reserve } from "./reserve";
import { runAnalysis } from "./run-analysis";
import { testNrv } from "./test-nrv";
import {
  finishValuation,
  planValuation,
  valuationOptions,
  valuationReads,
  valueStock,
  type ValuationState,
} from "./value-stock";
import { valueItem, type ItemValue, type ValuationTask } from "./valuation/value-item";

export interface MonthEndDetails {
  /** What each job told, by its id. */
  readonly byJob: Readonly<Record<string, unknown>>;
}

interface State {
  readonly valuation: ValuationState;
  /** What the later jobs read beside the results before them. */
  readonly tables: readonly TableContent[];
  readonly runId: string;
}

/** After the valuation, in this order, each reading what those before it wrote. */
const later: readonly Analysis[] = [ageStock, testNrv, reserve, postJournal];
const heavy = new Set(
  Object.keys(valuationReads).filter((key) => key !== "items" && key !== "settings" && key !== "rates"),
);

const reads = {
  ...valuationReads,
  ...Object.fromEntries(
    later.flatMap((job) => Object.values(job.reads).map((need) => [need.schema.name, wants(need.schema)])),
  ),
} as typeof valuationReads & Readonly<Record<string, TableNeed<false>>>;

const { standard, basis, coverBy } = reserve.options;
const { preparer, approver } = postJournal.options;

export const monthEnd = defineAnalysis({
  id: "month-end",
  summary:
    "Closes a month end in one go: cut-off, tie-out, layers, ageing, NRV test, reserve, journal and method card.",
  notes: [
    "Runs value-stock, age-stock, test-nrv, reserve and post-journal one after the other, each on what those before it wrote; TieOut holds the lines of all steps.",
    "Without ReservePolicy there is no reserve and no journal.",
  ],
  options: { ...valuationOptions, standard, basis, coverBy, preparer, approver },
  reads,
  writes: uniqueSchemas([valueStock, ...later]),
  prepare: ({ tables, runId }, options) => {
    const { cutOff, method, capitalise } = options;
    const { state, work } = planValuation(tables, { cutOff, method, capitalise }, runId);
    const others = Object.entries(tables as Readonly<Record<string, TableContent | undefined>>).flatMap(
      ([key, table]) => (table === undefined || heavy.has(key) ? [] : [table]),
    );
    const result: State = { valuation: state, tables: others, runId };
    return { state: result, work };
  },
  step: (task: ValuationTask): ItemValue => valueItem(task),
  finish: ({ valuation, tables, runId }: State, results, options): AnalysisOutcome => {
    const { cutOff, method, capitalise } = options;
    const valued = finishValuation(valuation, results, { cutOff, method, capitalise });
    const byJob: Record<string, unknown> = { [valueStock.id]: valued.details };
    const written = new Map<string, TableResult>();
    const issues: Issue[] = [...valued.issues];
    const summaries = [valued.summary];
    const hashes = [valued.inputHash ?? ""];
    let contents = withResults(tables, valued.results, written);
    for (const job of later) {
      if (!canRun(job, contents)) {
        const message = `${job.id} was not run: ReservePolicy is missing`;
        if (job === reserve) issues.push({ table: reservePolicyTable.name, row: 0, column: "", message });
        continue;
      }
      const given = Object.fromEntries(Object.entries(options).filter(([name]) => name in job.options));
      const outcome = runAnalysis(job, contents, given, runId);
      contents = withResults(contents, outcome.results, written);
      byJob[job.id] = outcome.details;
      issues.push(...outcome.issues.filter((issue) => !issues.some((known) => sameIssue(known, issue))));
      summaries.push(outcome.summary);
      hashes.push(outcome.inputHash ?? "");
    }
    const details: MonthEndDetails = { byJob };
    return {
      results: [...written.values()],
      issues,
      summary: summaries.join(". "),
      inputHash: sha256(hashes.join(" ")),
      details,
    };
  },
});

const sameIssue = (a: Issue, b: Issue): boolean =>
  a.table === b.table && a.row === b.row && a.column === b.column && a.message === b.message;

function canRun({ reads: needed }: Analysis, contents: readonly TableContent[]): boolean {
  return Object.values(needed).every(
    ({ schema, required }) =>
      !required || contents.some(({ name }) => name.toLowerCase() === schema.name.toLowerCase()),
  );
}

/** The tables with what a job wrote in the place of what stood there. */
function withResults(
  tables: readonly TableContent[],
  results: readonly TableResult[],
  written: Map<string, TableResult>,
): readonly TableContent[] {
  const made = results.flatMap((result): TableContent[] => {
    written.set(result.table, result);
    if (result.kind !== "rows") return [];
    const { table, columns, rows } = result;
    return [{ name: table, sheet: table, columns, rows, rowCount: rows.length, address: `${table}!A1` }];
  });
  const names = new Set(made.map(({ name }) => name.toLowerCase()));
  return [...tables.filter(({ name }) => !names.has(name.toLowerCase())), ...made];
}

function uniqueSchemas(jobs: readonly Analysis[]): TableSchema[] {
  return [...new Set(jobs.flatMap(({ writes }) => writes))];
}
