import { UniverInstanceType, type IWorkbookData, type Workbook } from "@univerjs/core";
import { ALL_IMPLEMENTED_FUNCTIONS_SET, functionDate } from "@univerjs/engine-formula";
import { catalogue } from "../functions/catalogue";
import type { CellError } from "../functions/cell-error";
import type { FunctionDefinition } from "../functions/define";
import { cellName } from "../xlsx/a1";
import type { CellContent, WorkbookContent } from "../xlsx/content";
import { attachCalculator, type Calculator, type CalculatorOptions } from "./attach-calculator";
import { readResult, type CellResult } from "./cell-results";
import type { WorkbookNames } from "./formula-input";
import { createHeadlessUniver } from "./headless-univer";
import { surroundingsOf } from "./names-in-formula";
import { whyUncalculated, type KnownFunctions } from "./uncalculated";
import { sheetIdOf, toTableShapes, toWorkbookData } from "./workbook-data";

const unitId = "workbook";

/** A formula cell whose stored value was kept. */
export interface KeptCell {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly reason: string;
}

export interface CalculatedCell extends CellResult {
  readonly content: CellContent;
  readonly error?: CellError;
}

export interface CalculatedWorkbook {
  /** Every formula that was calculated, sheet by sheet in the order of the content. */
  readonly sheets: readonly { readonly name: string; readonly cells: readonly CalculatedCell[] }[];
  readonly kept: readonly KeptCell[];
}

/** Calculates all formulas of a workbook that was read from a file, without a user interface. */
export async function calculateWorkbook(
  content: WorkbookContent,
  options: Omit<CalculatorOptions, "names" | "describe">,
): Promise<CalculatedWorkbook> {
  const names = { tables: toTableShapes(content.tables), names: content.names };
  const kept = lookThrough(content, names, knownFunctions(content, options.definitions ?? catalogue));
  const isKept = (sheet: number, row: number, column: number) => kept.has(`${sheet}|${row}|${column}`);
  const univer = createHeadlessUniver();
  let calculator: Calculator | undefined;
  try {
    const workbook = univer.createUnit<IWorkbookData, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      toWorkbookData(content, unitId, isKept),
    );
    calculator = attachCalculator(univer.__getInjector(), { ...options, names: () => names });
    await calculator.calculateAll();
    const done = calculator;
    return {
      kept: [...kept.values()],
      sheets: content.sheets.map((sheet, index) => ({
        name: sheet.name,
        cells: sheet.cells
          .filter((cell) => cell.formula !== undefined && !isKept(index, cell.row, cell.column))
          .map((cell) => {
            const address = { unitId, sheetId: sheetIdOf(index), row: cell.row, column: cell.column };
            const result = readResult(univer.__getInjector(), workbook, address);
            return { content: cell, ...result, error: done.errorAt(address) };
          }),
      })),
    };
  } finally {
    calculator?.dispose();
    univer.dispose();
  }
}

function lookThrough(
  content: WorkbookContent,
  { tables, names }: WorkbookNames,
  functions: KnownFunctions,
): Map<string, KeptCell> {
  const kept = new Map<string, KeptCell>();
  const sheetNames = content.sheets.map(({ name }) => name);
  const surroundings = surroundingsOf(tables, names, sheetNames);
  content.sheets.forEach((sheet, index) => {
    for (const { row, column, formula } of sheet.cells) {
      if (formula === undefined) continue;
      const place = { sheet: sheet.name, row, column };
      const reason = whyUncalculated(formula, place, surroundings, functions);
      if (reason === undefined) continue;
      const cell = cellName(row, column);
      kept.set(`${index}|${row}|${column}`, { sheet: sheet.name, cell, formula, reason });
    }
  });
  return kept;
}

function knownFunctions(
  { dateSystem }: WorkbookContent,
  definitions: readonly FunctionDefinition[],
): KnownFunctions {
  const ours = new Set(definitions.map(({ name }) => name));
  const dates = new Set<string>(functionDate.map(([, name]) => String(name)));
  return {
    has: (name) => ours.has(name) || ALL_IMPLEMENTED_FUNCTIONS_SET.has(name),
    from1904: dateSystem === 1904,
    isDateFunction: (name) => dates.has(name),
  };
}
