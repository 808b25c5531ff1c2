import { parseAddress, sheetColumns, sheetRows } from "../a1";
import type { HostSheet } from "../host-workbook";
import { HostObject } from "../rich-api/host-object";
import { invalidArgument, itemNotFound } from "../rich-api/protocol";
import type { HostContext } from "./host-context";
import { ChartCollectionObject } from "./chart-objects";
import { RangeAreasObject } from "./range-areas-object";
import { RangeObject } from "./range-object";
import { TableCollectionObject } from "./table-objects";

/** Excel.Worksheet, found by its id. */
export class WorksheetObject extends HostObject {
  constructor(
    readonly host: HostContext,
    readonly sheetId: string,
  ) {
    super();
  }

  get Id(): string {
    return this.sheetId;
  }
  get Name(): string {
    return this.sheet().name;
  }
  set Name(name: string) {
    checkSheetName(this.host, name, this.sheetId);
    this.host.workbook.renameSheet(this.sheetId, name);
  }
  get Position(): number {
    return this.host.workbook.sheets().findIndex(({ id }) => id === this.sheetId);
  }
  set Position(position: number) {
    this.host.workbook.moveSheet(this.sheetId, position);
  }
  get Visibility(): string {
    return this.sheet().visibility;
  }
  set Visibility(visibility: string) {
    this.host.workbook.setVisibility(this.sheetId, visibility as HostSheet["visibility"]);
  }
  get Tables(): TableCollectionObject {
    return new TableCollectionObject(this.host, this.sheetId);
  }

  get Charts(): ChartCollectionObject {
    return new ChartCollectionObject(this.host, this.sheetId);
  }
  get Protection(): WorksheetProtectionObject {
    return new WorksheetProtectionObject(this.sheet().protected ?? false);
  }
  /** The host knows names of the whole workbook only. */
  get Names(): NoNamesObject {
    return new NoNamesObject();
  }

  Activate(): void {
    this.host.workbook.activateSheet(this.sheetId);
  }
  Delete(): void {
    this.host.workbook.deleteSheet(this.sheetId);
  }
  GetCell(row: unknown, column: unknown): RangeObject {
    return this.GetRange().GetCell(row, column);
  }
  GetRange(text?: unknown): RangeObject {
    if (text === undefined || text === null || text === "") {
      const whole = { sheetId: this.sheetId, row: 0, column: 0, rows: sheetRows, columns: sheetColumns };
      return new RangeObject(this.host, whole);
    }
    return new RangeObject(this.host, parseAddress(this.host.workbook.sheets(), String(text), this.sheetId));
  }
  GetRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): RangeObject {
    return this.GetCell(row, column).GetAbsoluteResizedRange(rows, columns);
  }
  GetRanges(text?: unknown): RangeAreasObject {
    const areas = String(text ?? "")
      .split(",")
      .map((part) => parseAddress(this.host.workbook.sheets(), part, this.sheetId));
    return new RangeAreasObject(this.host, areas);
  }
  GetUsedRangeOrNullObject(): RangeObject | null {
    const used = this.host.workbook.usedRange(this.sheetId);
    return used === undefined ? null : new RangeObject(this.host, used);
  }
  GetUsedRange(): RangeObject {
    return this.GetUsedRangeOrNullObject() ?? this.GetCell(0, 0);
  }
  Calculate(): void {}

  private sheet(): HostSheet {
    const sheet = this.host.workbook.sheets().find(({ id }) => id === this.sheetId);
    if (sheet === undefined) throw itemNotFound();
    return sheet;
  }
}

/** Excel.WorksheetProtection. */
class WorksheetProtectionObject extends HostObject {
  constructor(private readonly isOn: boolean) {
    super();
  }
  get Protected(): boolean {
    return this.isOn;
  }
}

class NoNamesObject extends HostObject {
  override members(): readonly HostObject[] {
    return [];
  }
}

/** Excel.WorksheetCollection. */
export class WorksheetCollectionObject extends HostObject {
  constructor(private readonly host: HostContext) {
    super();
  }

  override members(): readonly WorksheetObject[] {
    return this.host.workbook.sheets().map(({ id }) => new WorksheetObject(this.host, id));
  }
  override item(key: unknown): WorksheetObject {
    return this.GetItem(key);
  }
  GetItem(key: unknown): WorksheetObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw itemNotFound();
    return found;
  }
  GetItemOrNullObject(key: unknown): WorksheetObject | null {
    const wanted = String(key).toLowerCase();
    const sheets = this.host.workbook.sheets();
    const found = sheets.find(({ id, name }) => id === String(key) || name.toLowerCase() === wanted);
    return found === undefined ? null : new WorksheetObject(this.host, found.id);
  }
  GetActiveWorksheet(): WorksheetObject {
    return new WorksheetObject(this.host, this.host.workbook.activeSheetId());
  }
  GetFirst(): WorksheetObject {
    return this.members()[0];
  }
  GetCount(): number {
    return this.host.workbook.sheets().length;
  }
  Add(name?: unknown): WorksheetObject {
    const wanted = name === undefined || name === null ? undefined : String(name);
    if (wanted !== undefined) checkSheetName(this.host, wanted);
    return new WorksheetObject(this.host, this.host.workbook.addSheet(wanted).id);
  }
}

function checkSheetName({ workbook }: HostContext, name: string, own?: string): void {
  const taken = workbook
    .sheets()
    .some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken || name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw invalidArgument();
}
