import { disposal } from "../../../src/analyses/disposal";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { bestDisposal, breakEvenDiscount, disposalValue } from "../../../src/engine/lifecycle";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { day, forecastOf, itemsOf, movesOf, rowsOf, stockOf } from "../kpis/company";
import { tableContent } from "../table-content";

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(disposal, tables, options, "run-1");
  return {
    outcome,
    dispositions: rowsOf(outcome.results, "Dispositions"),
    pack: rowsOf(outcome.results, "DisposalPack"),
    consignment: rowsOf(outcome.results, "Consignment"),
  };
}

const end = day("2025-12-31");
const items = itemsOf([["a", "F", 10, 20, 30]]);
const stock = stockOf([["a", "N", "usable", "own", end, 100, 1000]]);
const moves = movesOf([
  [day("2025-01-10"), "a", "N", "receipt", 110, 10],
  [day("2025-12-10"), "a", "N", "sale", -10, ""],
]);
/** 48 units in twelve months: 52 of 100 are above it. */
const forecast = forecastOf("a", "N", "2026-01-01", new Array<number>(12).fill(4));
const waysOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("DisposalOptions", ["Item", "Route", "Proceeds", "Share", "Cost", "Fixed", "Months"], rows);
const still = { holding: 0, rate: 0 };

describe("best way out", () => {
  test("52 units: discount 52 x 8, return 52 x 6 less 50, scrapping costs 52", () => {
    const ways = waysOf([
      ["", "discount", "", 0.4, 0, 0, 0],
      ["", "return", 6, "", 0, 50, 0],
      ["", "scrap", "", "", 1, 0, 0],
    ]);
    const { dispositions } = run([items, stock, moves, forecast, ways], still);
    expect(dispositions[0]).toMatchObject({
      Status: "Excess",
      Qty: 52,
      Cost: 520,
      Best: "discount",
      NetValue: 416,
      Second: "return",
      SecondValue: 262,
      Scrap: -52,
      Rework: "",
    });
    // Sold at 262 / 52 = 5.04 of 20 the discount is worth no more than the return.
    expect(dispositions[0].BreakEven).toBeCloseTo(1 - 262 / 52 / 20, 12);
  });
  test("ways of the item come before those of its family, and those before ways for all", () => {
    const best = (rows: CellValue[][]) =>
      run([items, stock, moves, forecast, waysOf(rows)], still).dispositions[0].Best;
    const [all, family, own] = [
      ["", "scrap", "", "", 0, 0, 0],
      ["F", "donate", 1, "", 0, 0, 0],
      ["a", "return", 1, "", 0, 0, 0],
    ];
    expect(best([all, family, own])).toBe("return");
    expect(best([all, family])).toBe("donate");
    expect(best([all])).toBe("scrap");
  });
  test("without a table a discount of 30 % less selling costs, or scrapping", () => {
    const nrv = tableContent("NRVInputs", ["Item", "Price", "Completion", "Selling"], [["a", 18, 0, 2]]);
    const { dispositions } = run([items, stock, moves, forecast, nrv], { ...still, discount: 0.3 });
    expect(dispositions[0].Discount).toBeCloseTo(52 * (12.6 - 2), 9);
    expect(dispositions[0].Scrap).toBe(0);
  });
  test("stock without an issue for over a year goes whole", () => {
    const idle = movesOf([
      [day("2024-05-10"), "a", "N", "receipt", 110, 10],
      [day("2024-06-10"), "a", "N", "sale", -10, ""],
    ]);
    expect(run([items, stock, idle, forecast]).dispositions[0]).toMatchObject({
      Status: "Obsolete",
      Qty: 100,
    });
  });
  test("at the break-even discount both ways are worth the same", () => {
    const terms = { holdingCost: 0.3, rate: 0.1 };
    const way = { name: "discount", proceeds: 14, cost: 2, fixed: 20, months: 4 };
    const other = { name: "scrap", proceeds: 1, cost: 0, fixed: 0, months: 1 };
    const target = disposalValue(50, other, terms);
    const cut = breakEvenDiscount(50, { listPrice: 20, option: way, target }, terms);
    expect(disposalValue(50, { ...way, proceeds: 20 * (1 - cut) }, terms)).toBeCloseTo(target, 9);
    // The share of its proceeds that DISPOSE.BEST tells is the same point.
    const { breakEven = NaN } = bestDisposal(50, [way, other], terms);
    expect(14 * (1 - breakEven)).toBeCloseTo(20 * (1 - cut), 9);
  });
});

describe("disposal pack", () => {
  const scrapped = movesOf([
    ...moves.rows.map((row) => row.slice(1)),
    [day("2025-12-20"), "a", "N", "scrap", -3, ""],
  ]);
  const withRef = tableContent(
    "Transactions",
    [...scrapped.columns, "Ref"],
    scrapped.rows.map((row) => [...row, row[4] === "scrap" ? "SC1" : ""]),
  );
  const packOf = (row: Record<string, CellValue>) => {
    const all: Record<string, CellValue> = {
      Id: "D1",
      Item: "a",
      Location: "N",
      Qty: 3,
      Hazard: "",
      Route: "scrap",
      Certificate: "",
      Ref: "SC1",
      Date: day("2025-12-20"),
      Preparer: "Ann",
      Approver: "Bo",
      Status: "approved",
      ...row,
    };
    const disposals = tableContent("Disposals", Object.keys(all), [Object.values(all)]);
    const { outcome, pack } = run([items, stock, withRef, forecast, disposals]);
    const told = outcome.issues.filter(({ table }) => table === "Disposals" || table === "Transactions");
    return { row: pack[0], told: told.map(({ table, column }) => `${table}[${column}]`) };
  };
  test("quantity ties to the scrap movement of its reference", () => {
    expect(packOf({})).toMatchObject({
      row: { Booked: 3, Difference: 0, Cost: 30, Verdict: "may close" },
      told: [],
    });
    expect(packOf({ Qty: 4 })).toMatchObject({ row: { Difference: 1 }, told: ["Disposals[Qty]"] });
  });
  test("a hazard cannot be closed without the number of a certificate", () => {
    const open = packOf({ Hazard: "3 flammable" });
    expect(open.row.Verdict).toBe("cannot close: hazard without the number of a certificate");
    expect(packOf({ Hazard: "3 flammable", Status: "closed" }).told).toEqual(["Disposals[Certificate]"]);
    expect(packOf({ Hazard: "3 flammable", Status: "closed", Certificate: "C9" })).toMatchObject({
      row: { Verdict: "closed" },
      told: [],
    });
    expect(packOf({ Hazard: "none" }).row.Verdict).toBe("may close");
  });
  test("who prepared it may not approve it", () => {
    expect(packOf({ Approver: "Ann" }).row.Verdict).toBe("approver must be somebody else than the preparer");
    expect(packOf({ Approver: "" }).row.Verdict).toBe("approver is missing");
  });
  test("scrapping without a disposal is told at its movement", () => {
    expect(packOf({ Ref: "SC2" }).told).toEqual(["Disposals[Qty]", "Transactions[Ref]"]);
  });
});

describe("consignment against owning", () => {
  const vendor = stockOf([
    ["a", "N", "usable", "own", end, 0, 0],
    ["a", "N", "usable", "vendor", end, 40, 0],
  ]);
  const owned = tableContent(
    "Transactions",
    ["TxnId", "Date", "Item", "Location", "Type", "Qty", "Cost", "Owner"],
    [
      ["1", day("2025-01-01"), "a", "N", "receipt", 30, 10, "vendor"],
      ["2", day("2025-12-01"), "a", "N", "receipt", 60, 10, "vendor"],
      ["3", day("2025-12-20"), "a", "N", "issue", -50, "", "vendor"],
    ],
  );
  test("40 units at 10 save 20 % a year; a premium of 10 % on the 500 used costs 50", () => {
    const { consignment } = run([items, vendor, owned], { premium: 0.1 });
    expect(consignment[0]).toMatchObject({
      IfOwned: 400,
      Usage: 500,
      CarryingSaved: 80,
      Premium: 50,
      Net: 30,
      Better: "consign",
    });
    expect(consignment[0].BreakEven).toBeCloseTo(0.16, 12);
  });
  test("units older than the clause must be bought, and what of them will not be used is lost", () => {
    const older = tableContent(owned.name, owned.columns, [
      ["1", day("2025-01-01"), "a", "N", "receipt", 80, 10, "vendor"],
      ["2", day("2025-12-01"), "a", "N", "receipt", 10, 10, "vendor"],
      ["3", day("2025-12-20"), "a", "N", "issue", -50, "", "vendor"],
    ]);
    const slow = forecastOf("a", "N", "2026-01-01", new Array<number>(12).fill(1));
    const { consignment } = run([items, vendor, older, slow]);
    // 10 of December and 30 of January: 364 days old. 12 are used in a year, 18 are not.
    expect(consignment[0]).toMatchObject({ AgedQty: 30, OldestDays: 364, BuyBack: 300 });
    expect(consignment[0].Net).toBeCloseTo(80 - 60 - 180, 9);
    expect(consignment[0].Better).toBe("own");
  });
  test("stock that moves as the vendor's and stands as own is told", () => {
    const { outcome } = run([items, stock, owned]);
    expect(outcome.issues).toContainEqual(
      expect.objectContaining({ table: "Stock", row: 1, column: "Owner" }),
    );
  });
});
