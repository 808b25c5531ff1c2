import { ICommandService, type Injector, type Workbook, type Worksheet } from "@univerjs/core";
import {
  AddSheetTableCommand,
  DeleteSheetTableCommand,
  SetSheetTableCommand,
  SetSheetTableMutation,
  SheetTableService,
  type ITableInfo,
} from "@univerjs/sheets-table";
import { cellRange, gridRange } from "../files/grid-range";
import type { CellRange } from "../../xlsx";

/** Excel tables of the workbook in the grid. */
export class GridTables {
  private readonly commands: ICommandService;
  private readonly service: SheetTableService;
  private readonly unitId: string;

  constructor(
    injector: Injector,
    private readonly workbook: Workbook,
  ) {
    this.commands = injector.get(ICommandService);
    this.service = injector.get(SheetTableService);
    this.unitId = workbook.getUnitId();
  }

  all(): readonly ITableInfo[] {
    return this.service.getTableList(this.unitId);
  }

  byId(id: string): ITableInfo | undefined {
    return this.service.getTableInfo(this.unitId, id);
  }

  /** By name, in any case. */
  byName(name: string): ITableInfo | undefined {
    return this.all().find((table) => table.name.toLowerCase() === name.toLowerCase());
  }

  /** With the header row. */
  range(table: ITableInfo): CellRange {
    return cellRange(table.range);
  }

  add(sheet: Worksheet, range: CellRange, name: string): ITableInfo {
    const id = `table-${name}-${this.all().length}`;
    this.run(AddSheetTableCommand.id, {
      unitId: this.unitId,
      subUnitId: sheet.getSheetId(),
      range: gridRange(range),
      id,
      name,
      options: { tableStyleId: "table-default-0", showFooter: false },
    });
    const added = this.byId(id);
    if (added === undefined) throw new Error(`The grid did not add the table ${name}.`);
    return added;
  }

  /** The grid's command keeps tables and sheets in one space of names; Excel does not, so that a table may be called like its sheet. */
  rename(table: ITableInfo, name: string): void {
    const { unitId } = this;
    const isSheet = this.workbook
      .getSheets()
      .some((sheet) => sheet.getName().toLowerCase() === name.toLowerCase());
    if (isSheet) {
      const { subUnitId, id: tableId } = table;
      this.run(SetSheetTableMutation.id, { unitId, subUnitId, tableId, config: { name } });
    } else this.run(SetSheetTableCommand.id, { unitId, tableId: table.id, name });
  }

  /** Grows or shrinks at the bottom or the right; the header row stays where it is. */
  resize(table: ITableInfo, range: CellRange): void {
    this.run(SetSheetTableCommand.id, {
      unitId: this.unitId,
      tableId: table.id,
      updateRange: { newRange: gridRange(range) },
    });
  }

  /** Back to plain cells. */
  remove(table: ITableInfo): void {
    this.run(DeleteSheetTableCommand.id, {
      unitId: this.unitId,
      subUnitId: table.subUnitId,
      tableId: table.id,
    });
  }

  private run(id: string, params: object): void {
    if (!this.commands.syncExecuteCommand(id, params)) throw new Error(`The grid refused ${id}.`);
  }
}
