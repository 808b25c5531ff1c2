import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/workbook";

/** 2025-01-15. */
const FIRST = 45_672;
const monthly = (item: string, place: string, units: number): CellValue[][] =>
  Array.from({ length: 12 }, (_, m) => [
    item,
    place,
    FIRST + Math.round(30.44 * m),
    units + (m % 2 === 0 ? 10 : -10),
  ]);
/** 2025-12-31. */
export const TODAY = 46_022;

const tables: Readonly<Record<string, { columns: string[]; rows: CellValue[][] }>> = {
  Locations: {
    columns: ["Location", "Name", "Type"],
    rows: [
      ["S1", "Supplier one", "supplier"],
      ["D1", "North", "DC"],
      ["D2", "South", "DC"],
      ["P1", "Shop", "store"],
      ["P9", "Not open yet", "store"],
    ],
  },
  Lanes: {
    columns: ["From", "To", "LeadTime", "LTsd", "Cost", "Use"],
    rows: [
      ["S1", "D1", 20, 2, 1, "supply"],
      ["S1", "D2", 20, 2, 1, "supply"],
      ["D1", "P1", 2, 0, 1, "supply"],
      ["D1", "D2", 3, 0, 1, "lateral"],
      ["D2", "D1", 3, 0, 1, "lateral"],
    ],
  },
  Items: { columns: ["Item", "Cost", "Price", "LeadTime"], rows: [["pump", 100, 160, 20]] },
  Demand: {
    columns: ["Item", "Location", "Date", "Qty"],
    rows: [...monthly("pump", "D1", 60), ...monthly("pump", "D2", 40), ...monthly("pump", "P1", 20)],
  },
  Stock: {
    columns: ["Item", "Location", "Status", "Owner", "AsOf", "Qty", "Value"],
    rows: [
      ["pump", "D1", "usable", "own", TODAY, 10, 1000],
      ["pump", "D2", "usable", "own", TODAY, 300, 30_000],
      ["pump", "P1", "usable", "own", TODAY, 12, 1200],
    ],
  },
  Policies: {
    columns: ["Item", "Location", "ROP", "SS"],
    rows: [
      ["pump", "D1", 50, 10],
      ["pump", "D2", 40, 10],
    ],
  },
  OpenOrders: {
    columns: ["SO", "Line", "Item", "Location", "Customer", "Requested", "Qty", "Shipped"],
    rows: [
      ["SO1", "1", "pump", "D1", "C1", TODAY + 5, 8, 0],
      ["SO2", "1", "pump", "D1", "C2", TODAY + 6, 8, 0],
    ],
  },
  Customers: {
    columns: ["Customer", "Name", "Priority"],
    rows: [
      ["C1", "First Ltd", 1],
      ["C2", "Second Ltd", 2],
    ],
  },
  Receipts: {
    columns: [
      "PO",
      "Line",
      "Item",
      "Location",
      "Supplier",
      "Ordered",
      "Due",
      "Dispatched",
      "Received",
      "Qty",
      "QtyReceived",
    ],
    rows: [
      ...Array.from({ length: 8 }, (_, k): CellValue[] => {
        const ordered = FIRST + 30 * k;
        return [
          `H${k}`,
          "1",
          "pump",
          "D1",
          "S1",
          ordered,
          ordered + 20,
          ordered + 5,
          ordered + 20 + k,
          50,
          50,
        ];
      }),
      ["PO9", "1", "pump", "D1", "S1", TODAY - 18, TODAY + 2, TODAY - 13, "", 50, 0],
    ],
  },
};

/** A supplier, two warehouses and a shop, with stock in the wrong warehouse and an order that is late. */
export async function networkWorkbook(without: readonly string[] = []): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const [name, { columns, rows }] of Object.entries(tables)) {
    if (!without.includes(name)) await workbook.createTable({ name, columns, formats: [], rows });
  }
  return workbook;
}

export async function rowsOf(workbook: MemoryWorkbook, name: string): Promise<Record<string, CellValue>[]> {
  const table = await workbook.readTable(name);
  return (table?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, i) => [table!.columns[i], cell])),
  );
}
