import type { Columns, Issue, Row, TableSchema } from "../workbook/tables";
import { writeRows } from "../workbook/tables";
import type { CellValue, TableContent } from "../workbook/workbook";
import type { Options, OptionValues } from "./options";

/** A table that an analysis reads; without a required one it cannot run. */
export interface TableNeed<R extends boolean = boolean> {
  readonly schema: TableSchema;
  readonly required: R;
}

export const needs = (schema: TableSchema): TableNeed<true> => ({ schema, required: true });
export const wants = (schema: TableSchema): TableNeed<false> => ({ schema, required: false });

type Needs = Readonly<Record<string, TableNeed>>;

/** The tables under the names of `reads`, as they stand in the workbook. */
export type InputTables<N extends Needs = Needs> = {
  readonly [K in keyof N]: N[K] extends TableNeed<true> ? TableContent : TableContent | undefined;
};

/** What one run is given: everything it may depend on, so that equal input gives an equal outcome. */
export interface AnalysisInput<N extends Needs = Needs> {
  readonly tables: InputTables<N>;
  /** Names this run in what it writes, such as forecast-2026-03-31-0915. */
  readonly runId: string;
}

/** Rows that become the whole content of a table. */
export interface RowsResult {
  readonly kind: "rows";
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Whole columns of a table that is there already. */
export interface ColumnsResult {
  readonly kind: "columns";
  readonly table: string;
  readonly columns: Readonly<Record<string, readonly CellValue[]>>;
}

export type TableResult = RowsResult | ColumnsResult;

export interface AnalysisOutcome {
  readonly results: readonly TableResult[];
  readonly issues: readonly Issue[];
  /** One sentence: what was done with how much. */
  readonly summary: string;
  /** SHA-256 of what was read, for the table Runs. */
  readonly inputHash?: string;
  /** What the pane shows beyond the tables: plain data, whose shape the analysis's own file knows. */
  readonly details?: unknown;
}

/** What a long step says of itself on its way. */
export interface StepNews {
  /** A few words for the line under the bar, such as the item and its gap. */
  readonly text: string;
  /** For whoever shows more: plain data, whose shape the analysis's own file knows. */
  readonly details?: unknown;
}

export type TellNews = (news: StepNews) => void;

/** What a step gave, or why it could not: one bad row never stops the others. */
export type StepResult<R> = { readonly value: R } | { readonly problem: string };

/**
 * Work that falls into independent steps, one an item. `prepare` reads the tables, `step` is called for each piece of work (in
 * any order, on any worker), `finish` puts the answers together in the order of the work. All three are plain synchronous
 * functions; what passes between them must survive being sent to a worker: plain objects, arrays, numbers, texts.
 * Progress and cancelling are the pool's business: it counts steps and stops sending them. A step that may take seconds tells how it
 * fares, a few times a second; nothing may depend on whether anybody listens.
 */
interface InSteps<O extends Options, N extends Needs, S, W, R> {
  readonly prepare: (
    input: AnalysisInput<N>,
    options: OptionValues<O>,
  ) => { readonly state: S; readonly work: readonly W[] };
  readonly step: (work: W, options: OptionValues<O>, tell: TellNews) => R;
  /**
   * Where answers may call for more work: asked when all steps are done, it keeps what they gave in the state. Its work is done like the first,
   * and so on until there is none; then `finish` has the state, and no results.
   */
  readonly more?: (
    state: S,
    results: readonly StepResult<R>[],
    options: OptionValues<O>,
  ) => { readonly state: S; readonly work: readonly W[] };
  readonly finish: (state: S, results: readonly StepResult<R>[], options: OptionValues<O>) => AnalysisOutcome;
}

/** Work that is quick as a whole. */
interface AtOnce<O extends Options, N extends Needs> {
  readonly run: (input: AnalysisInput<N>, options: OptionValues<O>) => AnalysisOutcome;
}

interface Described<O extends Options, N extends Needs> {
  /** As typed: `stockbook run <id>`. */
  readonly id: string;
  /** One sentence for lists. */
  readonly summary: string;
  readonly notes?: readonly string[];
  readonly options: O;
  /**
   * It may solve linear or integer models, a step for at most so many seconds: whoever runs it has the solver ready, and gives up a step
   * that has not answered a little later, because solvers have been seen to hang.
   */
  readonly solverSeconds?: (options: OptionValues<O>) => number;
  readonly reads: N;
  /** Tables that results go to, and Runs where whoever runs it is to record that (see run-record.ts); the schema tells number formats and the order of columns of a new one. */
  readonly writes: readonly TableSchema[];
}

/** An analysis as the pool, the pane and the command line use it, whichever way it was declared. */
export interface Analysis extends Omit<Described<Options, Needs>, "solverSeconds"> {
  // Options and tables were checked against the declaration by the compiler where the analysis was declared.
  readonly solverSeconds?: (options: Readonly<Record<string, unknown>>) => number;
  readonly prepare: (
    input: AnalysisInput,
    options: Readonly<Record<string, unknown>>,
  ) => { readonly state: unknown; readonly work: readonly unknown[] };
  readonly step: (work: unknown, options: Readonly<Record<string, unknown>>, tell: TellNews) => unknown;
  readonly more?: (
    state: unknown,
    results: readonly StepResult<unknown>[],
    options: Readonly<Record<string, unknown>>,
  ) => { readonly state: unknown; readonly work: readonly unknown[] };
  readonly finish: (
    state: unknown,
    results: readonly StepResult<unknown>[],
    options: Readonly<Record<string, unknown>>,
  ) => AnalysisOutcome;
}

/** The single source of a whole-table job: the pane, the worker pool and `stockbook run` derive from it. */
export function defineAnalysis<const O extends Options, const N extends Needs, S, W, R>(
  declaration: Described<O, N> & (InSteps<O, N, S, W, R> | AtOnce<O, N>),
): Analysis {
  if (!("run" in declaration)) return declaration as unknown as Analysis;
  const { run, ...described } = declaration;
  return {
    ...described,
    prepare: (input: AnalysisInput<N>, options: OptionValues<O>) => ({
      state: run(input, options),
      work: [],
    }),
    step: () => undefined,
    finish: (outcome: AnalysisOutcome) => outcome,
  } as unknown as Analysis;
}

/** Rows that replace the content of a table, in the order of its schema. */
export function tableRows<C extends Columns>(
  schema: TableSchema<C>,
  rows: readonly Partial<Row<C>>[],
): RowsResult {
  const columns = Object.keys(schema.columns);
  return { kind: "rows", table: schema.name, columns, rows: writeRows(schema, rows, columns) };
}

/** Whole columns of a table, each as long as the table; a column that is not there is added. */
export function tableColumns<C extends Columns>(
  schema: TableSchema<C>,
  columns: Readonly<Partial<Record<keyof C & string, readonly CellValue[]>>>,
): ColumnsResult {
  const given = columns as Readonly<Record<string, readonly CellValue[]>>;
  return { kind: "columns", table: schema.name, columns: given };
}
