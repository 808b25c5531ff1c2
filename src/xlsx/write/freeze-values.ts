import { FormulaCodec } from "../formula/formula-codec";
import type { XlsxPackage } from "../package/xlsx-package";
import { readWorkbook } from "../read/read-workbook";
import { writeCells } from "./write-cells";

/** The file with every formula replaced by the value it shows, for readers that have neither Excel nor our functions. */
export function freezeValues(pkg: XlsxPackage, names: FormulaCodec | readonly string[] = []): Uint8Array {
  const codec = FormulaCodec.of(names);
  const edits = readWorkbook(pkg, codec).sheets.map(({ name, cells }) => ({
    sheet: name,
    cells: cells
      .filter(({ formula, spilledFrom }) => formula !== undefined || spilledFrom !== undefined)
      .map(({ row, column, value, formula }) => ({
        row,
        column,
        value,
        formula: formula === undefined ? undefined : null,
      })),
  }));
  return writeCells(pkg, edits, codec);
}
