import { findTable } from "../../../analyses/needs";
import { leafId } from "../../../analyses/forecast/plan-forecast";
import { addressOf, parseAddress } from "../../../workbook/range-address";
import type { CellValue, Workbook } from "../../../workbook/workbook";
import { useLive } from "../../use-live";

/** An item, and its place where the row names one. */
export interface SelectedItem {
  readonly item: string;
  readonly id?: string;
}

const followed = ["Items", "Demand", "Forecast"];

/** The item of the selected row, where the selection lies in a table with a row an item. */
async function readSelectedItem(workbook: Workbook): Promise<SelectedItem | undefined> {
  const [selection, tables] = await Promise.all([workbook.selection(), workbook.tables()]);
  const { row, column } = parseAddress(selection.address.split(",")[0]);
  for (const name of followed) {
    const table = findTable(tables, name);
    if (table === undefined || table.sheet !== selection.sheet) continue;
    const area = parseAddress(table.address);
    const inside = row > area.row && row < area.row + area.rowCount;
    if (!inside || column < area.column || column >= area.column + area.columnCount) continue;
    const cell = async (heading: string): Promise<CellValue> => {
      const place = table.columns.findIndex((title) => title.toLowerCase() === heading);
      if (place < 0) return "";
      const address = {
        ...area,
        sheet: table.sheet,
        row,
        column: area.column + place,
        rowCount: 1,
        columnCount: 1,
      };
      return (await workbook.readRange(addressOf(address))).values[0][0];
    };
    const item = String(await cell("item")).trim();
    if (item === "") return undefined;
    return name === "Items" ? { item } : { item, id: leafId(item, String(await cell("location")).trim()) };
  }
  return undefined;
}

export function useSelectedItem(): SelectedItem | undefined {
  const selected = useLive(readSelectedItem, "selection");
  return selected.state === "ready" ? selected.value : undefined;
}
