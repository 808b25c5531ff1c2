import { reserve } from "../../../src/analyses/reserve";
import { type CellValue } from "../../../src/workbook/workbook";
import { held, layer, ran, tableOf, type Cells } from "./month-tables";

describe("reserve", () => {
  /** SAP's table of MRN1: 11 months of ROH reach the tier of 10 months, 15 %. */
  const tiers = tableOf("ReservePolicy", [
    { Type: "ROH", Measure: "cover", Months: 6, Percent: 0.1 },
    { Type: "ROH", Measure: "cover", Months: 10, Percent: 0.15 },
    { Type: "ROH", Measure: "cover", Months: 12, Percent: 0.2 },
  ]);
  const items = tableOf("Items", [{ Item: "A", Family: "ROH" }]);
  const stock = [
    tableOf("Valuation", [held("A", 110, 1000)]),
    tableOf("Layers", [layer("A", "2024-12-01", 110, 1000, 30)]),
  ];
  const nrv = (Needed: number, Prior = 0) =>
    tableOf("NRVTest", [
      { Item: "A", Part: "all", AsOf: "2024-12-31", Standard: "IAS2", Qty: 110, Cost: 1000, Needed, Prior },
    ]);
  const before = (Closing: number, Qty: number, Rate: CellValue = "") =>
    tableOf("Reserve", [{ AsOf: "2024-11-30", Item: "A", Location: "D01", Qty, Closing, Rate }]);
  const row = (tables: Parameters<typeof ran>[1], options = {}) => {
    const found = ran(reserve, [...stock, tiers, items, ...tables], options).rows("Reserve");
    return found[found.length - 1];
  };

  test("11 months of ROH: 15 % (SAP, MRN1)", () => {
    expect(row([nrv(0)])).toMatchObject({ Months: 11, Percent: 0.15, Policy: 150, New: 150, Closing: 150 });
  });

  test("the NRV test is the least that is reserved, unless the basis says otherwise", () => {
    expect(row([nrv(400)])).toMatchObject({ Policy: 150, NRV: 400, Closing: 400 });
    expect(row([nrv(400)], { basis: "POLICY" })).toMatchObject({ Closing: 150 });
    expect(row([nrv(40)], { basis: "NRV" })).toMatchObject({ Closing: 40 });
  });

  test("prior, used, released, new: half of the units of November have gone, with half of their reserve", () => {
    const old = [stock[0], tableOf("Layers", [layer("A", "2024-10-01", 110, 1000, 91)])];
    const rolled = (Closing: number, Qty: number, options = {}) => {
      const rows = ran(reserve, [...old, tiers, items, nrv(0), before(Closing, Qty)], options).rows(
        "Reserve",
      );
      return rows[rows.length - 1];
    };
    expect(rolled(200, 220)).toMatchObject({ Prior: 200, Used: 100, Released: 0, New: 50, Closing: 150 });
    expect(rolled(500, 220)).toMatchObject({ Prior: 500, Used: 250, Released: 100, New: 0, Closing: 150 });
    // A write-down is a new cost under ASC 330: what stays is not released.
    expect(rolled(500, 220, { standard: "ASC330" })).toMatchObject({ Used: 250, Released: 0, Closing: 250 });
  });

  test("a reserve in another currency moves with its rate", () => {
    const old = [stock[0], tableOf("Layers", [layer("A", "2024-10-01", 110, 1000, 91)])];
    const rows = ran(reserve, [
      ...old,
      tiers,
      items,
      nrv(0),
      before(100, 110, 1.25),
      tableOf("Settings", [{ Setting: "Currency", Value: "EUR" }]),
      tableOf("Locations", [{ Location: "D01", Currency: "GBP" }]),
      tableOf("Rates", [{ Currency: "GBP", Date: "2024-12-31", Rate: 1.2 }]),
    ]).rows("Reserve");
    // 100 at 1.25 are 96 at 1.20.
    expect(rows[1]).toMatchObject({ Prior: 100, Currency: -4, Used: 0, New: 54, Closing: 150, Rate: 1.2 });
  });

  test("the reserve of stock that is gone is used; rows of other month ends stay", () => {
    const gone = tableOf("Reserve", [
      { AsOf: "2024-11-30", Item: "Z", Location: "D01", Qty: 5, Closing: 80 },
    ]);
    const rows = ran(reserve, [...stock, tiers, items, nrv(0), gone]).rows("Reserve");
    expect(rows).toMatchObject([
      { Item: "Z", AsOf: 45_626, Closing: 80 },
      { Item: "A" },
      { Item: "Z", Prior: 80, Used: 80, Closing: 0, Note: "no stock left" },
    ]);
  });

  test("age by layer: each layer its own tier", () => {
    const byAge = tableOf("ReservePolicy", [
      { Type: "", Measure: "age", Months: 6, Percent: 0.5 },
      { Type: "", Measure: "age", Months: 12, Percent: 1 },
    ]);
    const layers = tableOf("Layers", [
      layer("A", "2023-12-01", 10, 100, 396),
      layer("A", "2024-05-01", 50, 400, 244),
      layer("A", "2024-12-01", 50, 500, 30),
    ]);
    const [only] = ran(reserve, [stock[0], layers, byAge, items, nrv(0)]).rows("Reserve");
    // 100 whole and half of 400.
    expect(only).toMatchObject({ Policy: 300, Percent: 0.3, Closing: 300 });
  });

  describe("overrides", () => {
    const override = (more: Cells) =>
      tableOf("ReserveOverrides", [{ Item: "A", Location: "D01", Percent: 0.05, By: "M. Keller", ...more }]);

    test("hold with a reason and another approver", () => {
      expect(
        row([nrv(0), override({ Reason: "sold to a customer in January", Approver: "A. Roth" })]),
      ).toMatchObject({
        Override: 0.05,
        Policy: 150,
        Closing: 50,
      });
    });

    test.each([
      ["Reason", { Approver: "A. Roth" }],
      ["Approver", { Reason: "sold in January", Approver: "M. keller" }],
    ])("without %s they are issues, and the policy holds", (column, more) => {
      const { outcome, rows } = ran(reserve, [...stock, tiers, items, nrv(0), override(more)]);
      expect(outcome.issues).toMatchObject([{ table: "ReserveOverrides", row: 1, column }]);
      expect(rows("Reserve")[0].Closing).toBe(150);
    });

    test("never go below what the NRV test needs", () => {
      expect(row([nrv(90), override({ Reason: "sold in January", Approver: "A. Roth" })])).toMatchObject({
        Closing: 90,
        Note: "the NRV test needs more than the override",
      });
    });
  });

  test("exposure: 110 units at 10 a month are 80, 50, 20 and none at the ends of the next quarters", () => {
    const rows = ran(reserve, [...stock, tiers, items, nrv(0)]).rows("Exposure");
    expect(rows.map(({ Qty }) => Qty)).toEqual([110, 80, 50, 20, 0]);
    // 8 months of cover reach the tier of 6 months, 10 % of 1000 x 80 / 110; 5 months reach none.
    expect(rows.map(({ Reserve }) => Reserve)).toEqual([150, 72.73, 0, 0, 0]);
    expect(rows.map(({ Date }) => Date)).toEqual([45_657, 45_747, 45_838, 45_930, 46_022]);
  });

  test("exposure of today ties to the value of stock, and its totals by quarter to its rows", () => {
    const found = ran(reserve, [...stock, tiers, items, nrv(0)]);
    const [now, ...later] = found.rows("ExposureTotals");
    const rows = found.rows("Exposure");
    expect(rows.filter(({ Quarter }) => Quarter === 0).map(({ Value }) => Value)).toEqual([1000]);
    expect(now).toMatchObject({ Quarter: 0, Date: 45_657, Reserve: 150 });
    expect(later).toHaveLength(4);
    for (const total of [now, ...later]) {
      const own = rows.filter(({ Quarter }) => Quarter === total.Quarter);
      expect(total.Excess).toBe(own.reduce((sum, { ExcessValue }) => sum + Number(ExcessValue ?? 0), 0));
      expect(Number(total.High) + Number(total.Medium) + Number(total.Low)).toBe(total.Excess);
    }
  });
});
