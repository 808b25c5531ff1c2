import type { IRange, IUnitRange } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/engine-formula";
import type { CellAddress } from "./cell-address";

export interface Spill {
  readonly cell: CellAddress;
  readonly range: IRange;
}

/** Spills by workbook, sheet and cell. */
export type SpillMap = Map<string, Spill>;

export function spillMap(ranges: ReturnType<FormulaDataModel["getArrayFormulaRange"]>): SpillMap {
  const spills = new Map<string, Spill>();
  for (const [unitId, sheets] of Object.entries(ranges)) {
    for (const [sheetId, rows] of Object.entries(sheets ?? {})) {
      for (const [row, columns] of Object.entries(rows ?? {})) {
        for (const [column, range] of Object.entries(columns ?? {})) {
          if (range === null || range === undefined) continue;
          const cell = { unitId, sheetId, row: Number(row), column: Number(column) };
          spills.set(`${unitId}|${sheetId}|${row}|${column}`, { cell, range: { ...(range as IRange) } });
        }
      }
    }
  }
  return spills;
}

/** The rectangles spilled over before and no longer: whoever reads them has to read again. */
export function leftBySpills(before: SpillMap, after: SpillMap): IUnitRange[] {
  const left: IUnitRange[] = [];
  for (const [key, { cell, range }] of before) {
    const now = after.get(key)?.range;
    const { unitId, sheetId } = cell;
    const kept = now ?? { ...range, endRow: range.startRow, endColumn: range.startColumn };
    if (kept.endRow < range.endRow) {
      left.push({ unitId, sheetId, range: { ...range, startRow: kept.endRow + 1 } });
    }
    if (kept.endColumn < range.endColumn) {
      left.push({ unitId, sheetId, range: { ...range, startColumn: kept.endColumn + 1 } });
    }
  }
  return left;
}
