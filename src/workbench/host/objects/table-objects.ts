import { parseAddress } from "../a1";
import type { HostRange, HostTable } from "../host-workbook";
import { HostObject } from "../rich-api/host-object";
import { HostError, invalidArgument, itemNotFound } from "../rich-api/protocol";
import type { HostContext } from "./host-context";
import { overlap, RangeObject } from "./range-object";

/** Excel.TableCollection of the workbook, or of one sheet. */
export class TableCollectionObject extends HostObject {
  constructor(
    private readonly host: HostContext,
    private readonly sheetId?: string,
  ) {
    super();
  }

  override members(): readonly TableObject[] {
    return this.all().map(({ id }) => new TableObject(this.host, id));
  }
  override item(key: unknown): TableObject {
    return this.GetItem(key);
  }
  get Count(): number {
    return this.all().length;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: unknown): TableObject {
    const found = this.all()[Number(index)];
    if (found === undefined) throw itemNotFound();
    return new TableObject(this.host, found.id);
  }
  GetItem(key: unknown): TableObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw itemNotFound();
    return found;
  }
  GetItemOrNullObject(key: unknown): TableObject | null {
    const wanted = String(key).toLowerCase();
    const found = this.all().find(({ id, name }) => id === String(key) || name.toLowerCase() === wanted);
    return found === undefined ? null : new TableObject(this.host, found.id);
  }
  Add(where: unknown, hasHeaders: unknown): TableObject {
    const { workbook } = this.host;
    const range =
      where instanceof RangeObject
        ? where.range
        : parseAddress(workbook.sheets(), String(where), this.sheetId ?? workbook.activeSheetId());
    if (hasHeaders !== true)
      throw new HostError("NotImplemented", "Tables without a header row are not implemented.");
    if (workbook.tables().some((table) => overlap(table.range, range) !== undefined)) {
      throw invalidArgument("A table can't overlap another table.");
    }
    const names = new Set(workbook.tables().map(({ name }) => name));
    let number = names.size + 1;
    while (names.has(`Table${number}`)) number++;
    return new TableObject(this.host, workbook.addTable(range, `Table${number}`).id);
  }

  private all(): readonly HostTable[] {
    const tables = this.host.workbook.tables();
    return this.sheetId === undefined ? tables : tables.filter(({ range }) => range.sheetId === this.sheetId);
  }
}

/** Excel.Table, with its header row always there and no totals row. */
export class TableObject extends HostObject {
  constructor(
    readonly host: HostContext,
    readonly tableId: string,
  ) {
    super();
  }

  get Id(): string {
    return this.tableId;
  }
  get Name(): string {
    return this.table().name;
  }
  set Name(name: string) {
    const { workbook } = this.host;
    const taken = workbook
      .tables()
      .some((table) => table.id !== this.tableId && table.name.toLowerCase() === name.toLowerCase());
    if (taken || !/^[A-Za-z_\\][\w.\\]*$/.test(name)) throw invalidArgument();
    workbook.renameTable(this.tableId, name);
  }
  get ShowHeaders(): boolean {
    return true;
  }
  get ShowTotals(): boolean {
    return false;
  }
  get Style(): string {
    return this.table().style;
  }
  get Columns(): TableColumnCollectionObject {
    return new TableColumnCollectionObject(this);
  }
  get Rows(): TableRowCollectionObject {
    return new TableRowCollectionObject(this);
  }
  get Worksheet(): HostObject {
    return this.host.worksheet(this.table().range.sheetId);
  }

  GetRange(): RangeObject {
    return new RangeObject(this.host, this.table().range);
  }
  GetHeaderRowRange(): RangeObject {
    return new RangeObject(this.host, { ...this.table().range, rows: 1 });
  }
  GetDataBodyRange(): RangeObject {
    return new RangeObject(this.host, this.body());
  }
  Resize(where: unknown): void {
    const range =
      where instanceof RangeObject
        ? where.range
        : parseAddress(this.host.workbook.sheets(), String(where), this.table().range.sheetId);
    const current = this.table().range;
    if (range.row !== current.row || range.sheetId !== current.sheetId || range.rows < 2)
      throw invalidArgument();
    this.host.workbook.resizeTable(this.tableId, range);
  }
  ConvertToRange(): RangeObject {
    const range = this.GetRange();
    this.host.workbook.removeTable(this.tableId);
    return range;
  }
  Delete(): void {
    const { range } = this.table();
    this.host.workbook.removeTable(this.tableId);
    this.host.workbook.setCells(range, () => ({ value: "" }));
  }

  table(): HostTable {
    const table = this.host.workbook.tables().find(({ id }) => id === this.tableId);
    if (table === undefined) throw itemNotFound();
    return table;
  }
  /** Below the header; a table always has at least one body row. */
  body(): HostRange {
    const { range } = this.table();
    return { ...range, row: range.row + 1, rows: range.rows - 1 };
  }
  headers(): string[] {
    const { range } = this.table();
    return Array.from({ length: range.columns }, (_, i) =>
      String(this.host.workbook.cell(range.sheetId, range.row, range.column + i).value),
    );
  }
}

class TableColumnCollectionObject extends HostObject {
  constructor(private readonly table: TableObject) {
    super();
  }
  override members(): readonly TableColumnObject[] {
    return this.table.headers().map((_, i) => new TableColumnObject(this.table, i));
  }
  override item(key: unknown): TableColumnObject {
    return this.GetItem(key);
  }
  get Count(): number {
    return this.table.headers().length;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: unknown): TableColumnObject {
    if (!(Number(index) >= 0 && Number(index) < this.Count)) throw itemNotFound();
    return new TableColumnObject(this.table, Number(index));
  }
  GetItem(key: unknown): TableColumnObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw itemNotFound();
    return found;
  }
  GetItemOrNullObject(key: unknown): TableColumnObject | null {
    const at =
      typeof key === "number"
        ? key - 1
        : this.table.headers().findIndex((name) => name.toLowerCase() === String(key).toLowerCase());
    return at >= 0 && at < this.Count ? new TableColumnObject(this.table, at) : null;
  }
  Add(index: unknown, values: unknown, name: unknown): TableColumnObject {
    if (index !== null && index !== undefined && Number(index) !== -1 && Number(index) !== this.Count) {
      throw new HostError("NotImplemented", "Columns can be added at the right end only.");
    }
    const { range } = this.table.table();
    const workbook = this.table.host.workbook;
    const at = this.Count;
    workbook.resizeTable(this.table.tableId, { ...range, columns: range.columns + 1 });
    const column = new RangeObject(this.table.host, { ...range, column: range.column + at, columns: 1 });
    if (Array.isArray(values)) column.Values = values;
    const header = new RangeObject(this.table.host, { ...column.range, rows: 1 });
    if (name !== undefined && name !== null) header.Values = [[String(name)]];
    else if (!Array.isArray(values)) header.Values = [[`Column${at + 1}`]];
    return new TableColumnObject(this.table, at);
  }
}

class TableColumnObject extends HostObject {
  constructor(
    private readonly table: TableObject,
    private readonly at: number,
  ) {
    super();
  }
  get Id(): number {
    return this.at + 1;
  }
  get Index(): number {
    return this.at;
  }
  get Name(): string {
    return this.table.headers()[this.at];
  }
  set Name(name: string) {
    this.GetHeaderRowRange().Values = [[name]];
  }
  get Values(): unknown {
    return this.GetRange().Values;
  }
  GetRange(): RangeObject {
    return this.part(this.table.table().range);
  }
  GetHeaderRowRange(): RangeObject {
    return this.part({ ...this.table.table().range, rows: 1 });
  }
  GetDataBodyRange(): RangeObject {
    return this.part(this.table.body());
  }
  private part(range: HostRange): RangeObject {
    return new RangeObject(this.table.host, { ...range, column: range.column + this.at, columns: 1 });
  }
}

class TableRowCollectionObject extends HostObject {
  constructor(private readonly table: TableObject) {
    super();
  }
  get Count(): number {
    return this.table.body().rows;
  }
  GetCount(): number {
    return this.Count;
  }
}
