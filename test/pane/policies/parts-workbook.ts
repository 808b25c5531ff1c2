import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/workbook";

/** First days of 24 months from January 2023. */
export const months = Array.from({ length: 24 }, (_, m) => Date.UTC(2023, m, 1) / 86_400_000 + 25_569);

/** Three parts at two sites with two years of steady demand; two of them have parameters in force. */
export async function partsWorkbook(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.createTable({
    name: "Items",
    columns: ["Item", "Cost", "LeadTime", "ABC", "XYZ"],
    formats: [],
    rows: [
      ["pump", 400, 60, "A", "X"],
      ["seal", 2, 30, "C", "X"],
      ["valve", 50, 45, "B", "Y"],
    ],
  });
  const histories: Readonly<Record<string, (t: number) => number>> = {
    "pump NORTH": (t) => 20 + ((t * 7) % 11),
    "seal NORTH": (t) => 300 + ((t * 37) % 90),
    "valve SOUTH": (t) => 15 + ((t * 5) % 17),
  };
  await workbook.createTable({
    name: "Demand",
    columns: ["Item", "Location", "Date", "Qty"],
    formats: [],
    rows: Object.entries(histories).flatMap(([place, of]) =>
      months.map((date, t): CellValue[] => [...place.split(" "), date, of(t)]),
    ),
  });
  await workbook.createTable({
    name: "Policies",
    columns: ["Item", "Location", "TargetType", "Target", "ROP", "SS", "Lot", "Max", "LocalMin", "Note"],
    formats: [],
    rows: [
      ["pump", "NORTH", "CSL", 0.95, 40, 0, 10, 50, "", "as ever"],
      ["seal", "NORTH", "FILL", 0.98, 900, 500, 1000, 1900, "", ""],
    ],
  });
  return workbook;
}

/** Rows of a table as objects. */
export async function rowsOf(workbook: MemoryWorkbook, name: string): Promise<Record<string, CellValue>[]> {
  const table = await workbook.readTable(name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, c) => [column, row[c]])));
}
