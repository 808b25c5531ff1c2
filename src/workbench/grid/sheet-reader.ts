import {
  CellValueType,
  isFormulaId,
  isFormulaString,
  type ICellData,
  type Injector,
  type IRange,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import { ERROR_TYPE_SET, FormulaDataModel, LexerTreeBuilder, type ErrorType } from "@univerjs/engine-formula";
import type { CellValue } from "../../xlsx";

/** A formula whose results fill more than its own cell. */
export interface SpillArea {
  readonly row: number;
  readonly column: number;
  readonly range: IRange;
}

/**
 * What the cells of one sheet hold and show, spilled results included: the grid keeps those beside the cells. A
 * reader is for one look at the sheet; it remembers where shared formulas start.
 */
export class SheetReader {
  private readonly model: FormulaDataModel;
  private readonly lexer: LexerTreeBuilder;
  private readonly unitId: string;
  private readonly sheetId: string;
  private shared: Map<string, { row: number; column: number; formula: string }> | undefined;

  constructor(
    injector: Injector,
    private readonly sheet: Worksheet,
  ) {
    this.model = injector.get(FormulaDataModel);
    this.lexer = injector.get(LexerTreeBuilder);
    this.unitId = sheet.getUnitId();
    this.sheetId = sheet.getSheetId();
  }

  value(row: number, column: number): CellValue {
    return shownValue(this.sheet.getCellMatrix().getValue(row, column), this.spilled()?.[row]?.[column]);
  }

  values(range: IRange): CellValue[][] {
    const cells = this.sheet.getCellMatrix().getMatrix();
    const spilled = this.spilled();
    const rows: CellValue[][] = [];
    for (let row = range.startRow; row <= range.endRow; row++) {
      const own = cells[row];
      const spill = spilled?.[row];
      const values: CellValue[] = [];
      for (let column = range.startColumn; column <= range.endColumn; column++) {
        values.push(shownValue(own?.[column], spill?.[column]));
      }
      rows.push(values);
    }
    return rows;
  }

  /** As typed, with "=". */
  formula(row: number, column: number): string | undefined {
    const cell = this.sheet.getCellMatrix().getValue(row, column);
    if (isFormulaString(cell?.f)) return cell?.f ?? undefined;
    if (!isFormulaId(cell?.si)) return undefined;
    const origin = this.sharedFormulas().get(cell?.si ?? "");
    if (origin === undefined) return undefined;
    return this.lexer.moveFormulaRefOffset(origin.formula, column - origin.column, row - origin.row);
  }

  /** The spills of the sheet, single cells left out. */
  spills(): SpillArea[] {
    const areas: SpillArea[] = [];
    const rows = this.model.getArrayFormulaRange()[this.unitId]?.[this.sheetId] ?? {};
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, found] of Object.entries(columns ?? {})) {
        if (found === null || found === undefined) continue;
        const range = found as IRange;
        if (range.endRow === range.startRow && range.endColumn === range.startColumn) continue;
        areas.push({ row: Number(row), column: Number(column), range });
      }
    }
    return areas;
  }

  /** The formula whose result the cell shows, its own or one that spills over it. */
  spillAt(row: number, column: number): SpillArea | undefined {
    return this.spills().find(
      ({ range }) =>
        row >= range.startRow &&
        row <= range.endRow &&
        column >= range.startColumn &&
        column <= range.endColumn,
    );
  }

  /** The smallest rectangle that holds everything, or everything within a part; undefined where nothing is. */
  used(within?: IRange): IRange | undefined {
    const used = { startRow: Infinity, startColumn: Infinity, endRow: -1, endColumn: -1 };
    const reach = ({ startRow, startColumn, endRow, endColumn }: IRange) => {
      used.startRow = Math.min(used.startRow, startRow);
      used.startColumn = Math.min(used.startColumn, startColumn);
      used.endRow = Math.max(used.endRow, endRow);
      used.endColumn = Math.max(used.endColumn, endColumn);
    };
    const cells = this.sheet.getCellMatrix();
    const whole = { startRow: 0, startColumn: 0, endRow: Infinity, endColumn: Infinity };
    const { startRow, startColumn, endRow, endColumn } = within ?? whole;
    // The grid counts its rows one by one for this.
    const lastRow = Math.min(endRow, cells.getLength() - 1);
    for (let row = startRow; row <= lastRow; row++) {
      const filled = cells.getMatrix()[row] as Record<string, Nullable<ICellData>> | undefined;
      for (const [key, cell] of Object.entries(filled ?? {})) {
        const column = Number(key);
        if (column < startColumn || column > endColumn || (isEmpty(cell) && !hasFormula(cell))) continue;
        reach({ startRow: row, startColumn: column, endRow: row, endColumn: column });
      }
    }
    for (const { range } of this.spills()) {
      const shared = {
        startRow: Math.max(range.startRow, startRow),
        startColumn: Math.max(range.startColumn, startColumn),
        endRow: Math.min(range.endRow, endRow),
        endColumn: Math.min(range.endColumn, endColumn),
      };
      if (shared.startRow <= shared.endRow && shared.startColumn <= shared.endColumn) reach(shared);
    }
    return used.endRow < 0 ? undefined : used;
  }

  /** The last row and column that hold something; -1 where there is nothing. */
  lastUsed(): { readonly row: number; readonly column: number } {
    const used = this.used();
    return { row: used?.endRow ?? -1, column: used?.endColumn ?? -1 };
  }

  private spilled() {
    return this.model.getArrayFormulaCellData()[this.unitId]?.[this.sheetId];
  }

  private sharedFormulas(): Map<string, { row: number; column: number; formula: string }> {
    if (this.shared === undefined) {
      const shared = new Map<string, { row: number; column: number; formula: string }>();
      this.sheet.getCellMatrix().forValue((row, column, cell) => {
        if (isFormulaId(cell?.si) && isFormulaString(cell?.f)) {
          shared.set(cell?.si ?? "", { row, column, formula: cell?.f ?? "" });
        }
      });
      this.shared = shared;
    }
    return this.shared;
  }
}

function shownValue(own: Nullable<ICellData>, spilled: Nullable<ICellData>): CellValue {
  return cellValue(isEmpty(own) || hasFormula(own) ? (spilled ?? own) : own);
}

function isEmpty(cell: Nullable<ICellData>): boolean {
  return cell?.v === undefined || cell.v === null || cell.v === "";
}

function hasFormula(cell: Nullable<ICellData>): boolean {
  return isFormulaString(cell?.f) || isFormulaId(cell?.si);
}

export function cellValue(cell: Nullable<ICellData>): CellValue {
  if (cell === undefined || cell === null) return null;
  const { v, t, p } = cell;
  if (v === undefined || v === null) return richText(p?.body?.dataStream);
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true || v === "1" || v === "TRUE";
  if (typeof v === "boolean") return v;
  if (t === CellValueType.STRING || t === CellValueType.FORCE_STRING) return textOrError(String(v));
  if (typeof v === "number") return v;
  if (t === CellValueType.NUMBER && v !== "" && Number.isFinite(Number(v))) return Number(v);
  return textOrError(v);
}

function textOrError(text: string): CellValue {
  return ERROR_TYPE_SET.has(text as ErrorType) ? { error: text } : text;
}

function richText(stream: string | undefined): CellValue {
  return stream === undefined ? null : stream.replace(/\r\n$/, "").replace(/\r/g, "\n");
}
