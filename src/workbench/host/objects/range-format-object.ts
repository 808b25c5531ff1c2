import type { HostFormat, HostRange } from "../host-workbook";
import { HostObject } from "../rich-api/host-object";
import type { HostContext } from "./host-context";

/** Rows: their texts take the grid some time to make. */
const mostMeasured = 200;

/** Excel.RangeFormat: sets the look of every cell of the range, reads that of the first. */
export class RangeFormatObject extends HostObject {
  constructor(
    private readonly host: HostContext,
    private readonly range: HostRange,
  ) {
    super();
  }

  get Fill(): RangeFillObject {
    return new RangeFillObject(this);
  }
  get Font(): RangeFontObject {
    return new RangeFontObject(this);
  }
  get ColumnWidth(): number {
    return this.current().columnWidth ?? 64;
  }
  set ColumnWidth(width: number) {
    this.apply({ columnWidth: width });
  }
  get HorizontalAlignment(): string {
    return this.current().horizontalAlignment ?? "General";
  }
  set HorizontalAlignment(horizontalAlignment: string) {
    this.apply({ horizontalAlignment });
  }
  get WrapText(): boolean {
    return this.current().wrapText ?? false;
  }
  set WrapText(wrapText: boolean) {
    this.apply({ wrapText });
  }

  /** About seven pixels a character of the longest text, as wide as Excel goes by itself; of long columns a part of the rows is measured. */
  AutofitColumns(): void {
    const { sheetId, row, column, rows, columns } = this.range;
    const { workbook } = this.host;
    const used = workbook.usedRange(sheetId);
    if (used === undefined) return;
    const [firstRow, first] = [Math.max(row, used.row), Math.max(column, used.column)];
    const height = Math.min(row + rows, used.row + used.rows) - firstRow;
    const width = Math.min(column + columns, used.column + used.columns) - first;
    if (height <= 0 || width <= 0) return;
    const step = Math.max(1, Math.floor(height / mostMeasured));
    workbook.setFormat({ sheetId, row: firstRow, column: first, rows: 1, columns: width }, (_, c) => {
      let longest = 0;
      for (let r = 0; r < height; r += step) {
        longest = Math.max(longest, workbook.cell(sheetId, firstRow + r, first + c).text.length);
      }
      return { columnWidth: Math.min(400, Math.max(40, 12 + 7 * longest)) };
    });
  }
  AutofitRows(): void {}

  current(): HostFormat {
    return this.host.workbook.format(this.range.sheetId, this.range.row, this.range.column);
  }
  apply(format: HostFormat): void {
    this.host.workbook.setFormat(this.range, () => format);
  }
}

class RangeFillObject extends HostObject {
  constructor(private readonly format: RangeFormatObject) {
    super();
  }
  get Color(): string {
    return this.format.current().fill ?? "#FFFFFF";
  }
  set Color(fill: string) {
    this.format.apply({ fill });
  }
  Clear(): void {
    this.format.apply({ fill: null });
  }
}

class RangeFontObject extends HostObject {
  constructor(private readonly format: RangeFormatObject) {
    super();
  }
  get Bold(): boolean {
    return this.format.current().bold ?? false;
  }
  set Bold(bold: boolean) {
    this.format.apply({ bold });
  }
  get Italic(): boolean {
    return this.format.current().italic ?? false;
  }
  set Italic(italic: boolean) {
    this.format.apply({ italic });
  }
  get Color(): string {
    return this.format.current().fontColor ?? "#000000";
  }
  set Color(fontColor: string) {
    this.format.apply({ fontColor });
  }
}
