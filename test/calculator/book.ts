import { calculateWorkbook, type CalculatedWorkbook } from "../../src/calculator/calculate-workbook";
import type { CalculatorOptions } from "../../src/calculator/attach-calculator";
import { directTransport } from "../../src/calculator/call-transport";
import { parseCell, parseRange } from "../../src/xlsx/a1";
import type {
  CellContent,
  CellValue,
  DefinedName,
  SheetContent,
  TableContent,
  WorkbookContent,
} from "../../src/xlsx/content";

/** A cell as typed in Excel, where a formula may spill, or as a file knows it. */
type Typed = number | string | boolean | null | Partial<CellContent>;

/** A workbook by sheet and cell: book({ Plan: { A1: 5, B1: "=A1*2" } }). */
export function book(
  sheets: Record<string, Record<string, Typed>>,
  more: { readonly tables?: readonly TableContent[]; readonly names?: readonly DefinedName[] } = {},
): WorkbookContent {
  return {
    sheets: Object.entries(sheets).map(([name, cells]) => sheet(name, cells)),
    activeSheet: 0,
    names: more.names ?? [],
    tables: more.tables ?? [],
    dateSystem: 1900,
    styles: [],
    hasMacros: false,
  };
}

function sheet(name: string, typed: Record<string, Typed>): SheetContent {
  const cells = Object.entries(typed)
    .map(([address, content]) => cell(address, content))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    name,
    state: "visible",
    cells,
    rowCount: Math.max(0, ...cells.map(({ row }) => row + 1)),
    columnCount: Math.max(0, ...cells.map(({ column }) => column + 1)),
    columns: [],
    rows: [],
    frozen: { rows: 0, columns: 0 },
    merges: [],
    gridLines: true,
    protected: false,
  };
}

function cell(address: string, typed: Typed): CellContent {
  const position = parseCell(address) as { row: number; column: number };
  const blank = { ...position, value: null, style: 0 };
  if (typeof typed === "string" && typed.startsWith("=")) {
    return { ...blank, formula: typed, arrayRef: { ...position, rows: 1, columns: 1 } };
  }
  if (typeof typed === "object" && typed !== null) return { ...blank, ...typed };
  return { ...blank, value: typed };
}

/** A table with a header row over A1-style `ref`. */
export function table(name: string, sheet: string, ref: string, columns: readonly string[]): TableContent {
  return {
    name,
    displayName: name,
    sheet,
    ref: parseRange(ref) as TableContent["ref"],
    headerRow: true,
    totalsRow: false,
    columns: columns.map((column) => ({ name: column })),
  };
}

/** Calculates and hands out values by sheet and cell; a spilling formula gives all its rows. */
export async function calculate(content: WorkbookContent, options: Partial<CalculatorOptions> = {}) {
  const calculated = await calculateWorkbook(content, { transport: directTransport(), ...options });
  return { ...calculated, ...reader(calculated) };
}

function reader({ sheets }: CalculatedWorkbook) {
  const find = (address: string, sheetName = "Plan") => {
    const position = parseCell(address);
    const found = sheets
      .find(({ name }) => name === sheetName)
      ?.cells.find(({ content }) => content.row === position?.row && content.column === position?.column);
    if (found === undefined) throw new Error(`${sheetName}!${address} holds no calculated formula`);
    return found;
  };
  return {
    at: (address: string, sheet?: string): CellValue | readonly (readonly CellValue[])[] => {
      const { value, spill } = find(address, sheet);
      return spill ?? value;
    },
    errorAt: (address: string, sheet?: string) => find(address, sheet).error,
  };
}
