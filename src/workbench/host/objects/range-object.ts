import { address, parseAddress, sheetColumns, sheetRows } from "../a1";
import type { HostInput, HostRange, HostValue } from "../host-workbook";
import { formulaAreas } from "../formula-areas";
import { HostObject } from "../rich-api/host-object";
import { HostError, invalidArgument, itemNotFound } from "../rich-api/protocol";
import type { Steps } from "../steps";
import { typedEntry } from "../typed-entry";
import { RangeFormatObject } from "./range-format-object";
import type { HostContext } from "./host-context";

const largestRead = 5_000_000;
/** As many as the library writes with one action. */
const cellsPerStep = 1500;

const wrongSize = () =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** Excel.Range over a rectangle of cells. */
export class RangeObject extends HostObject {
  override readonly keepsReference = true;

  constructor(
    readonly host: HostContext,
    readonly range: HostRange,
  ) {
    super();
  }

  get Address(): string {
    return address(this.host.workbook.sheets(), this.range);
  }
  get AddressLocal(): string {
    return this.Address;
  }
  get CellCount(): number {
    return this.range.rows * this.range.columns;
  }
  get RowCount(): number {
    return this.range.rows;
  }
  get ColumnCount(): number {
    return this.range.columns;
  }
  get RowIndex(): number {
    return this.range.row;
  }
  get ColumnIndex(): number {
    return this.range.column;
  }
  get IsEntireRow(): boolean {
    return this.range.columns >= sheetColumns;
  }
  get IsEntireColumn(): boolean {
    return this.range.rows >= sheetRows;
  }

  get Values(): unknown {
    return this.isReadable() ? this.host.workbook.values(this.range) : null;
  }
  set Values(values: unknown) {
    // Only text may mean something else, according to the format of its cell.
    this.write(values, (entry, row, column) =>
      typeof entry === "string" ? typedEntry(entry, this.cell(row, column).numberFormat) : { value: entry },
    );
  }
  get Formulas(): unknown {
    return this.read((row, column) => {
      const { formula, value } = this.cell(row, column);
      return formula ?? value;
    });
  }
  set Formulas(formulas: unknown) {
    this.Values = formulas;
  }
  get FormulasLocal(): unknown {
    return this.Formulas;
  }
  get Text(): unknown {
    return this.read((row, column) => this.cell(row, column).text);
  }
  get ValueTypes(): unknown {
    return this.read((row, column) => {
      const { value } = this.cell(row, column);
      if (value === "") return "Empty";
      if (typeof value === "number") return "Double";
      if (typeof value === "boolean") return "Boolean";
      return /^#[A-Z/0!?_]+[!?]?$/.test(value) ? "Error" : "String";
    });
  }
  get NumberFormat(): unknown {
    return this.read((row, column) => this.cell(row, column).numberFormat);
  }
  set NumberFormat(formats: unknown) {
    const at = this.shaped(formats);
    this.host.workbook.setFormat(this.range, (row, column) => {
      const format = at(row, column);
      return format === null ? {} : { numberFormat: String(format) };
    });
  }
  get HasSpill(): boolean | null {
    const { sheetId, row, column } = this.range;
    return this.host.workbook.spill(sheetId, row, column) !== undefined;
  }
  get Format(): RangeFormatObject {
    return new RangeFormatObject(this.host, this.range);
  }
  get Worksheet(): HostObject {
    return this.host.worksheet(this.range.sheetId);
  }

  GetCell(row: unknown, column: unknown): RangeObject {
    return this.moved(Number(row), Number(column), 1, 1);
  }
  /** The library asks this before it writes more than 1,500 cells in several parts. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (Number(rows) !== this.range.rows || Number(columns) !== this.range.columns) throw wrongSize();
  }
  GetRow(row: unknown): RangeObject {
    return this.moved(Number(row), 0, 1, this.range.columns);
  }
  GetColumn(column: unknown): RangeObject {
    return this.moved(0, Number(column), this.range.rows, 1);
  }
  GetOffsetRange(rows: unknown, columns: unknown): RangeObject {
    return this.moved(Number(rows), Number(columns), this.range.rows, this.range.columns);
  }
  GetResizedRange(rows: unknown, columns: unknown): RangeObject {
    return this.moved(0, 0, this.range.rows + Number(rows), this.range.columns + Number(columns));
  }
  GetAbsoluteResizedRange(rows: unknown, columns: unknown): RangeObject {
    return this.moved(0, 0, Number(rows), Number(columns));
  }
  GetRowsBelow(count: unknown = 1): RangeObject {
    return this.moved(this.range.rows, 0, Number(count ?? 1), this.range.columns);
  }
  GetRowsAbove(count: unknown = 1): RangeObject {
    return this.moved(-Number(count ?? 1), 0, Number(count ?? 1), this.range.columns);
  }
  GetColumnsAfter(count: unknown = 1): RangeObject {
    return this.moved(0, this.range.columns, this.range.rows, Number(count ?? 1));
  }
  GetColumnsBefore(count: unknown = 1): RangeObject {
    return this.moved(0, -Number(count ?? 1), this.range.rows, Number(count ?? 1));
  }
  GetLastCell(): RangeObject {
    return this.moved(this.range.rows - 1, this.range.columns - 1, 1, 1);
  }
  GetLastRow(): RangeObject {
    return this.GetRow(this.range.rows - 1);
  }
  GetLastColumn(): RangeObject {
    return this.GetColumn(this.range.columns - 1);
  }
  GetEntireRow(): RangeObject {
    return new RangeObject(this.host, { ...this.range, column: 0, columns: sheetColumns });
  }
  GetEntireColumn(): RangeObject {
    return new RangeObject(this.host, { ...this.range, row: 0, rows: sheetRows });
  }
  GetBoundingRect(other: unknown): RangeObject {
    const b = this.other(other);
    const row = Math.min(this.range.row, b.row);
    const column = Math.min(this.range.column, b.column);
    const rows = Math.max(this.range.row + this.range.rows, b.row + b.rows) - row;
    const columns = Math.max(this.range.column + this.range.columns, b.column + b.columns) - column;
    return new RangeObject(this.host, { sheetId: this.range.sheetId, row, column, rows, columns });
  }
  GetIntersectionOrNullObject(other: unknown): RangeObject | null {
    const shared = overlap(this.range, this.other(other));
    return shared === undefined ? null : new RangeObject(this.host, shared);
  }
  GetIntersection(other: unknown): RangeObject {
    const found = this.GetIntersectionOrNullObject(other);
    if (found === null) throw itemNotFound();
    return found;
  }
  /** The smallest rectangle of this range that holds all its filled cells. */
  GetUsedRangeOrNullObject(): RangeObject | null {
    const used = this.host.workbook.usedRange(this.range.sheetId, this.range);
    return used === undefined ? null : new RangeObject(this.host, used);
  }
  GetUsedRange(): RangeObject {
    return this.GetUsedRangeOrNullObject() ?? this.moved(0, 0, 1, 1);
  }
  GetSpillingToRangeOrNullObject(): RangeObject | null {
    const { sheetId, row, column } = this.range;
    const spill = this.host.workbook.spill(sheetId, row, column);
    const anchored = spill !== undefined && spill.row === row && spill.column === column;
    return anchored ? new RangeObject(this.host, spill) : null;
  }
  GetSpillingToRange(): RangeObject {
    const found = this.GetSpillingToRangeOrNullObject();
    if (found === null) throw itemNotFound();
    return found;
  }
  GetSpillParentOrNullObject(): RangeObject | null {
    const { sheetId, row, column } = this.range;
    const spill = this.host.workbook.spill(sheetId, row, column);
    return spill === undefined ? null : new RangeObject(this.host, { ...spill, rows: 1, columns: 1 });
  }
  GetSpillParent(): RangeObject {
    const found = this.GetSpillParentOrNullObject();
    if (found === null) throw itemNotFound();
    return found;
  }
  GetSpecialCellsOrNullObject(cellType: unknown): HostObject | null {
    if (cellType !== "Formulas") throw new HostError("NotImplemented", `Cells of type ${String(cellType)}.`);
    const areas = formulaAreas(this.host.workbook, this.range);
    return areas.length === 0 ? null : this.host.rangeAreas(areas);
  }
  Select(): void {
    this.host.workbook.activateSheet(this.range.sheetId);
    this.host.workbook.select([this.range]);
  }
  *Clear(applyTo: unknown): Steps<void> {
    if (applyTo === "Formats") return;
    const all = this.clipped();
    const step = Math.max(1, Math.floor(cellsPerStep / all.columns));
    for (let done = 0; done < all.rows; done += step) {
      const part = { ...all, row: all.row + done, rows: Math.min(step, all.rows - done) };
      this.host.workbook.setCells(part, () => ({ value: "" }));
      yield;
    }
  }
  Calculate(): void {}

  private cell(row: number, column: number) {
    return this.host.workbook.cell(this.range.sheetId, this.range.row + row, this.range.column + column);
  }

  private read<T>(at: (row: number, column: number) => T): T[][] | null {
    if (!this.isReadable()) return null;
    return Array.from({ length: this.range.rows }, (_, row) =>
      Array.from({ length: this.range.columns }, (_column, column) => at(row, column)),
    );
  }

  /** Excel answers null for the contents of whole rows, columns and sheets. */
  private isReadable(): boolean {
    if (this.IsEntireColumn || this.IsEntireRow) return false;
    if (this.CellCount > largestRead) {
      throw new HostError(
        "ResponsePayloadSizeLimitExceeded",
        "The response payload size has exceeded the limit.",
      );
    }
    return true;
  }

  private write(values: unknown, input: (entry: HostValue, row: number, column: number) => HostInput): void {
    const at = this.shaped(values);
    this.host.workbook.setCells(this.range, (row, column) => {
      const entry = at(row, column);
      return entry === null ? undefined : input(entry, row, column);
    });
  }

  /** Checks what is assigned: a single value for all cells, or rows of exactly the range's size. */
  private shaped(values: unknown): (row: number, column: number) => HostValue | null {
    if (!Array.isArray(values)) return () => (values ?? null) as HostValue | null;
    const rows = values as unknown[][];
    const { rows: height, columns: width } = this.range;
    const alone = rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1;
    if (alone) return () => (rows[0][0] ?? null) as HostValue | null;
    if (rows.length !== height || rows.some((row) => !Array.isArray(row) || row.length !== width)) {
      throw wrongSize();
    }
    return (row, column) => (rows[row][column] ?? null) as HostValue | null;
  }

  private clipped(): HostRange {
    const used = this.host.workbook.usedRange(this.range.sheetId);
    return (
      (used === undefined ? undefined : overlap(this.range, used)) ?? { ...this.range, rows: 1, columns: 1 }
    );
  }

  private moved(rows: number, columns: number, height: number, width: number): RangeObject {
    const row = this.range.row + rows;
    const column = this.range.column + columns;
    const sound =
      [row, column, height, width].every(Number.isInteger) &&
      row >= 0 &&
      column >= 0 &&
      height > 0 &&
      width > 0;
    if (!sound || row + height > sheetRows || column + width > sheetColumns) throw invalidArgument();
    return new RangeObject(this.host, {
      sheetId: this.range.sheetId,
      row,
      column,
      rows: height,
      columns: width,
    });
  }

  private other(other: unknown): HostRange {
    if (other instanceof RangeObject) return other.range;
    return parseAddress(this.host.workbook.sheets(), String(other), this.range.sheetId);
  }
}

export function overlap(a: HostRange, b: HostRange): HostRange | undefined {
  if (a.sheetId !== b.sheetId) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheetId: a.sheetId, row, column, rows, columns } : undefined;
}
