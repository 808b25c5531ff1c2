import type { FreezableWorkbook, FrozenFormula, Inventory } from "../analyses/sharing/freeze-formulas";
import { frozenFormulasTable, readRows, writeRows } from "../workbook/tables";
import { addressOf, parseAddress, type Rectangle } from "../workbook/range-address";
import type { AreaEdit, CellValue, RangeContent, WorkbookFormulas } from "../workbook/workbook";
import {
  openPackage,
  writeCells,
  writeTable,
  type CellContent,
  type CellEdit,
  type TableEdit,
} from "../xlsx";
import { CommandError } from "./command";
import type { WorkbookFile } from "./workbook-file";
import { cellValue, fileValue, tableContents } from "./workbook-tables";

type Cells = ReadonlyMap<string, CellContent>;

/** A workbook file as freezing and unfreezing see it. Nothing is written before `toBytes`. */
export class FreezableFile implements FreezableWorkbook, Inventory {
  private readonly sheets: ReadonlyMap<string, { readonly name: string; readonly cells: Cells }>;
  private readonly edits = new Map<string, CellEdit[]>();
  private table: TableEdit | undefined;

  constructor(private readonly file: WorkbookFile) {
    this.sheets = new Map(
      file.content.sheets.map(({ name, cells }) => [
        name.toLowerCase(),
        { name, cells: new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell])) },
      ]),
    );
  }

  async formulas(): Promise<WorkbookFormulas> {
    const cells = this.file.content.sheets.flatMap(({ name, cells: all }) =>
      all.flatMap(({ row, column, formula, legacyArray, arrayRef }) => {
        if (formula === undefined) return [];
        const address = addressOf({ sheet: name, row, column, rowCount: 1, columnCount: 1 });
        const several = arrayRef !== undefined && arrayRef.rows * arrayRef.columns > 1;
        return [{ address, formula, ...(legacyArray && several ? { fixed: true as const } : {}) }];
      }),
    );
    const names = this.file.content.names.map(({ name, refersTo }) => ({ name, formula: refersTo }));
    return { cells, names };
  }

  async protectedSheets(): Promise<readonly string[]> {
    return this.file.content.sheets.filter((sheet) => sheet.protected).map(({ name }) => name);
  }

  async spillAreas(addresses: readonly string[]): Promise<readonly string[]> {
    return addresses.map((address) => {
      const cell = parseAddress(address);
      const { rows = 1, columns = 1 } = this.cellAt(cell, 0, 0)?.arrayRef ?? {};
      return addressOf({ ...cell, rowCount: rows, columnCount: columns });
    });
  }

  async readAreas(addresses: readonly string[]): Promise<readonly (RangeContent | undefined)[]> {
    return addresses.map((address) => {
      const area = parseAddress(address);
      if (!this.sheets.has(keyOf(area))) return undefined;
      return {
        address,
        values: grid(area, (r, c) => cellValue(this.cellAt(area, r, c)?.value ?? null)),
        formulas: grid(area, (r, c) => {
          const cell = this.cellAt(area, r, c);
          return cell?.formula ?? cellValue(cell?.value ?? null);
        }),
      };
    });
  }

  async replaceAreas(edits: readonly AreaEdit[]): Promise<void> {
    for (const edit of edits) {
      const area = parseAddress(edit.address);
      const { name } = this.sheets.get(keyOf(area))!;
      const cells = this.edits.get(name) ?? [];
      cells.push(
        ...("formula" in edit ? this.restored(area, edit.formula) : this.constants(area, edit.values)),
      );
      this.edits.set(name, cells);
    }
  }

  async read(): Promise<readonly FrozenFormula[]> {
    const table = tableContents(this.file.content).find(({ name }) => name === frozenFormulasTable.name);
    if (table === undefined) return [];
    const { rows, issues } = readRows(frozenFormulasTable, table.columns, table.rows);
    if (issues.length > 0)
      throw new CommandError(`${frozenFormulasTable.name} row ${issues[0].row}: ${issues[0].message}`);
    return rows;
  }

  async write(rows: readonly FrozenFormula[]): Promise<void> {
    const cells = writeRows(frozenFormulasTable, rows);
    this.table = {
      name: frozenFormulasTable.name,
      rowCount: rows.length,
      columns: Object.entries(frozenFormulasTable.columns).map(([name, { format }], c) => ({
        name,
        format,
        values: cells.map((row) => (row[c] === "" ? null : row[c])),
      })),
    };
  }

  toBytes(): Uint8Array {
    const { pkg, codec } = this.file;
    const edits = [...this.edits].map(([sheet, cells]) => ({ sheet, cells }));
    const bytes = writeCells(pkg, edits, codec);
    return this.table === undefined ? bytes : writeTable(openPackage(bytes, pkg.limits), this.table, codec);
  }

  /** The formula spills over the cells that show its values now, as Excel stores every formula with our functions. */
  private restored(area: Rectangle, formula: string): CellEdit[] {
    const spill = grid(area, (r, c) => this.cellAt(area, r, c)?.value ?? null);
    const cleared = grid(area, (r, c) => ({ row: area.row + r, column: area.column + c, value: null }));
    return [{ row: area.row, column: area.column, formula, spill }, ...cleared.flat().slice(1)];
  }

  private constants(area: Rectangle, values: readonly (readonly CellValue[])[]): CellEdit[] {
    return values.flatMap((cells, r) =>
      cells.map((value, c) => ({
        row: area.row + r,
        column: area.column + c,
        value: value === "" ? "" : fileValue(value),
        formula: this.cellAt(area, r, c)?.formula === undefined ? undefined : null,
      })),
    );
  }

  private cellAt(area: Rectangle, row: number, column: number): CellContent | undefined {
    return this.sheets.get(keyOf(area))?.cells.get(`${area.row + row},${area.column + column}`);
  }
}

const keyOf = ({ sheet = "" }: Rectangle): string => sheet.toLowerCase();

function grid<T>({ rowCount, columnCount }: Rectangle, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rowCount }, (_, r) => Array.from({ length: columnCount }, (_c, c) => at(r, c)));
}
