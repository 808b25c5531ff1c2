import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies } from "../../../src/analyses/set-policies";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const firstDay = 45_292;

/** Daily demand of mean 50 and sample standard deviation 5, exactly. */
const fifty = (item: string, days = 100, scale = 1) =>
  Array.from({ length: days }, (_, t): CellValue[] => {
    const swing = 5 * Math.sqrt((days - 1) / days) * (t % 2 === 0 ? 1 : -1);
    return [item, firstDay + t, scale * (50 + swing)];
  });

const itemsOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Items", ["Item", "Cost", "LeadTime", "ABC", "XYZ"], rows);
const demandOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Demand", ["Item", "Date", "Qty"], rows);
const daily = { bucket: "D", receipts: 3, history: 200 } as const;

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(setPolicies, tables, { ...daily, ...options }, "run-1");
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  return { outcome, rows };
}
describe("against what is in force", () => {
  const items = itemsOf([["a", 10, 4, "A", "X"]]);
  const demand = demandOf(fifty("a"));
  const policiesOf = (ROP: CellValue, Lot: CellValue) =>
    tableContent("Policies", ["Item", "TargetType", "Target", "ROP", "Lot"], [["a", "CSL", 0.95, ROP, Lot]]);
  test("both are told in service and money by the same reckoning", () => {
    // Demand over the lead time is 200 with deviation 10: a reorder point of 210 is one deviation, 84.13 % (normal table);
    // fill rate 1 - 10 x (G(1) - G(31)) / 300 with G(1) = 0.083315: Silver, Pyke and Thomas, appendix.
    const [row] = run([items, demand, policiesOf(210, 300)]).rows;
    expect(row.CurrentCSL).toBeCloseTo(0.8413, 4);
    expect(row.CurrentFILL).toBeCloseTo(1 - 0.83315 / 300, 6);
    const units = Number(row.NewSS) + Number(row.NewLot) / 2;
    expect(row.StockValue).toBeCloseTo(units * 10, 6);
    expect(row.Cash).toBeCloseTo((units - 10 - 150) * 10, 4);
    expect(row.Cost).toBe(10);
  });
  test("a reorder point below the demand of the lead time holds half a lot, not less", () => {
    const [row] = run([items, demand, policiesOf(150, 300)]).rows;
    expect(row.CurrentCSL).toBeLessThan(0.01);
    expect(row.Cash).toBeCloseTo((Number(row.NewSS) + Number(row.NewLot) / 2 - 150) * 10, 4);
  });
  test("nothing in force: nothing to compare with", () => {
    const [row] = run([items, demand]).rows;
    expect(row).toMatchObject({ CurrentCSL: "", CurrentFILL: "", Cash: "", Status: "proposed" });
    expect(row.StockValue).toBeGreaterThan(0);
  });
});

describe("decisions", () => {
  const items = itemsOf([["a", 10, 4, "A", "X"]]);
  const demand = demandOf(fifty("a"));
  const decided = (status: string, change: (cell: CellValue, name: string) => CellValue = (cell) => cell) => {
    const [result] = run([items, demand]).outcome.results;
    if (result.kind !== "rows") throw new Error("rows were expected");
    const given: Record<string, CellValue> = { Status: status, By: "Ann", At: 46_000 };
    const rows = result.rows.map((row) =>
      row.map((cell, c) => change(given[result.columns[c]] ?? cell, result.columns[c])),
    );
    return tableContent("Policies", result.columns, rows);
  };
  test.each(["approved", "rejected"])("%s stays while the proposal stays", (status) => {
    const [row] = run([items, demand, decided(status)]).rows;
    expect(row).toMatchObject({ Status: status, By: "Ann", At: 46_000 });
  });
  test("a proposal that moved by a unit is proposed again", () => {
    const moved = decided("approved", (cell, name) => (name === "NewROP" ? Number(cell) - 1 : cell));
    expect(run([items, demand, moved]).rows[0]).toMatchObject({ Status: "proposed", By: "", At: "" });
  });
  test("what is in force already needs none", () => {
    const applied = decided("approved", (cell) => cell);
    const at = (name: string) => applied.columns.indexOf(name);
    const [row] = applied.rows.map((cells) =>
      cells.map((cell, c) =>
        ["ROP", "SS", "Lot", "Max"].includes(applied.columns[c])
          ? Math.ceil(Number(cells[at(`New${applied.columns[c]}`)]))
          : cell,
      ),
    );
    const again = run([items, demand, tableContent("Policies", applied.columns, [row])]);
    expect(again.rows[0]).toMatchObject({ Status: "", By: "" });
  });
});

test("a full truck rounds lots up, in whole packs", () => {
  const lotWith = (multiple: CellValue, truck: CellValue) =>
    Number(
      run(
        [
          itemsOf([["a", 10, 4, "A", "X"]]),
          demandOf(fifty("a")),
          tableContent("Contracts", ["Supplier", "Item", "Multiple", "Truck"], [["S", "a", multiple, truck]]),
        ],
        { orderCost: 8 },
      ).rows[0].NewLot,
    );
  // The economic lot is 382: one truck of 500 holds 41 packs of 12.
  expect(lotWith("", 500)).toBe(500);
  expect(lotWith(12, 500)).toBe(492);
  expect(lotWith(12, "")).toBe(384);
});

test("agreements that have ended by the end of the history do not count", () => {
  const contracts = (validTo: CellValue) =>
    tableContent(
      "Contracts",
      ["Supplier", "Item", "LeadTime", "ValidTo"],
      [
        ["S", "a", 9, validTo],
        ["T", "a", 3, ""],
      ],
    );
  const leadTimeWith = (validTo: CellValue) =>
    run([itemsOf([["a", 10, 5, "", ""]]), demandOf(fifty("a")), contracts(validTo)]).rows[0].LeadTime;
  expect(leadTimeWith("")).toBe(9);
  expect(leadTimeWith(firstDay + 10)).toBe(3);
});
