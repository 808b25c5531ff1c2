import type { IResources } from "@univerjs/core";
import { TableColumnDataTypeEnum, type ITableJson } from "@univerjs/sheets-table";
import { gridRange } from "./grid-range";
import type { DefinedName, TableContent, WorkbookContent } from "../../xlsx";

/** Tables and names, in the form in which the grid's plugins keep them beside the cells. */
export function gridResources(content: WorkbookContent, sheetIds: readonly string[]): IResources {
  return [
    { name: "SHEET_TABLE_PLUGIN", data: JSON.stringify(tablesBySheet(content, sheetIds)) },
    { name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(names(content, sheetIds)) },
  ];
}

function tablesBySheet(content: WorkbookContent, sheetIds: readonly string[]): Record<string, ITableJson[]> {
  const bySheet: Record<string, ITableJson[]> = {};
  for (const table of content.tables) {
    // Without a header row the grid would write column names over the first row of data.
    if (!table.headerRow) continue;
    const sheet = sheetIds[content.sheets.findIndex(({ name }) => name === table.sheet)];
    if (sheet !== undefined) (bySheet[sheet] ??= []).push(gridTable(table));
  }
  return bySheet;
}

function gridTable(table: TableContent): ITableJson {
  const rows = table.ref.rows - (table.totalsRow ? 1 : 0);
  return {
    id: `table-${table.displayName}`,
    name: table.displayName,
    range: gridRange({ ...table.ref, rows }),
    options: { showHeader: true, showFooter: false, tableStyleId: gridTableStyle(table.style) },
    filters: { tableColumnFilterList: [] },
    columns: table.columns.map((column, index) => ({
      id: `${table.displayName}-${index}`,
      displayName: column.name,
      dataType: TableColumnDataTypeEnum.None,
      formula: column.formula ?? "",
      meta: {},
      style: {},
    })),
    meta: {},
  };
}

/** Excel's numbered styles go round the theme's accents in sevens; the grid's own six looks come as near as they can. */
const looks = [0, 0, 5, 1, 4, 3, 2];

function gridTableStyle(style: string | undefined): string {
  const number = Number(/\d+$/.exec(style ?? "")?.[0] ?? 2);
  return `table-default-${looks[Math.max(0, number - 1) % looks.length]}`;
}

interface GridName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly localSheetId: string;
  readonly hidden: boolean;
}

function names(content: WorkbookContent, sheetIds: readonly string[]): Record<string, GridName> {
  const usable = content.names.filter(({ name }) => !name.startsWith("_xlnm."));
  return Object.fromEntries(
    usable.map((name, index) => [`name${index}`, gridName(name, index, content, sheetIds)]),
  );
}

function gridName(
  { name, sheet, refersTo, hidden }: DefinedName,
  index: number,
  content: WorkbookContent,
  sheetIds: readonly string[],
): GridName {
  const owner = sheetIds[content.sheets.findIndex((candidate) => candidate.name === sheet)];
  return {
    id: `name${index}`,
    name,
    formulaOrRefString: isReference(refersTo) ? refersTo.slice(1) : refersTo,
    localSheetId: owner ?? "AllDefaultWorkbook",
    hidden,
  };
}

/** A name that stands for cells is kept without "=", one that stands for a formula with it. */
function isReference(refersTo: string): boolean {
  return /^=('[^']+'|[\w.]+)!\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/.test(refersTo);
}
