import type { WorkbookContent } from "../../src/xlsx";

/** What somebody typed: values and formulas, without what formulas returned. */
export function typedCells({ sheets }: WorkbookContent) {
  return sheets.map(({ name, cells }) => [
    name,
    cells
      .filter(({ formula, spilledFrom, value }) => formula ?? (spilledFrom === undefined && value !== null))
      .map(({ row, column, value, formula }) => [row, column, formula ?? value]),
  ]);
}
