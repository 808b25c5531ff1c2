import { UniverInstanceType, type IWorkbookData, type Workbook } from "@univerjs/core";
import { ALL_IMPLEMENTED_FUNCTIONS_SET, functionDate } from "@univerjs/engine-formula";
import { unprefixedCatalogue } from "../functions/catalogue";
import type { CellError } from "../functions/cell-error";
import type { FunctionDefinition } from "../functions/define";
import { cellName } from "../xlsx/a1";
import type { CellContent, WorkbookContent } from "../xlsx/content";
import { attachCalculator, type Calculator, type CalculatorOptions } from "./attach-calculator";
import { isErrorValue, readResult, type CellResult } from "./cell-results";
import type { WorkbookNames } from "./translator";
import { createHeadlessUniver } from "./headless-univer";
import { surroundingsOf } from "./names-in-formula";
import { callsAny, whyUncalculated, type KnownFunctions } from "./uncalculated";
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

type WorkbookOptions = Omit<CalculatorOptions, "names" | "describe">;

/** Empty rows below what is used, for results that spill; the second try is for longer ones. */
const roomToSpill = [1_000, 250_000] as const;

/** Calculates all formulas of a workbook that was read from a file, without a user interface. */
export async function calculateWorkbook(
  content: WorkbookContent,
  options: WorkbookOptions,
): Promise<CalculatedWorkbook> {
  const definitions = options.definitions ?? unprefixedCatalogue;
  const names = { tables: toTableShapes(content.tables), names: content.names };
  const kept = lookThrough(content, names, knownFunctions(content, definitions));
  const calculate = (room: number) => calculateOnce(content, names, kept, options, room);
  let sheets = await calculate(roomToSpill[0]);
  if (sheets.some(({ cells }) => cells.some(lacksRoom))) sheets = await calculate(roomToSpill[1]);
  return { kept: [...kept.values()], sheets };
}

/** An array that does not fit below its formula is #SPILL!, or #REF! where the engine sees its size beforehand. */
function lacksRoom({ content, value }: CalculatedCell): boolean {
  const makesArray = /\b(?:SEQUENCE|RANDARRAY|MAKEARRAY|EXPAND)\(/i.test(content.formula ?? "");
  return isErrorValue(value, "#SPILL!") || (makesArray && isErrorValue(value, "#REF!"));
}

async function calculateOnce(
  content: WorkbookContent,
  names: WorkbookNames,
  kept: ReadonlyMap<string, KeptCell>,
  options: WorkbookOptions,
  room: number,
): Promise<CalculatedWorkbook["sheets"]> {
  const ours = new Set((options.definitions ?? unprefixedCatalogue).map(({ name }) => name));
  const isKept = (sheet: number, row: number, column: number) => kept.has(`${sheet}|${row}|${column}`);
  const isOurs = (formula: string) => callsAny(formula, ours);
  const univer = createHeadlessUniver();
  const injector = univer.__getInjector();
  let calculator: Calculator | undefined;
  try {
    const workbook = univer.createUnit<IWorkbookData, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      toWorkbookData(content, { id: unitId, isKept, isOurs, room }),
    );
    calculator = attachCalculator(injector, { ...options, names: () => names });
    await calculator.calculateAll();
    const { errorAt } = calculator;
    return content.sheets.map((sheet, index) => {
      const formulas = sheet.cells.filter(
        ({ formula, row, column }) => formula !== undefined && !isKept(index, row, column),
      );
      const cells = formulas.map((cell) => {
        const address = { unitId, sheetId: sheetIdOf(index), row: cell.row, column: cell.column };
        return { content: cell, ...readResult(injector, workbook, address), error: errorAt(address) };
      });
      return { name: sheet.name, cells };
    });
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
