import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placeSafetyStock, type PlacementDetails } from "../../../src/analyses/place-safety-stock";
import { pushPull, type PushPullDetails } from "../../../src/analyses/push-pull";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { tableContents } from "../../../src/cli/workbook-tables";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { openPackage, readWorkbook } from "../../../src/xlsx";
import { monthDate, tableContent } from "../table-content";
import { demand, lanes, places, type Rows } from "./two-shops";

const laneColumns = ["From", "To", "LeadTime", "Cost", "MOQ", "Multiple", "DaysOpen"];

interface Given {
  readonly locations?: Rows;
  readonly lanes?: Rows;
  readonly items?: Rows;
  readonly demand?: Rows;
  readonly more?: readonly TableContent[];
}

function tablesOf(given: Given): TableContent[] {
  return [
    tableContent("Locations", ["Location", "Type"], given.locations ?? places),
    tableContent("Lanes", laneColumns, given.lanes ?? lanes),
    tableContent("Items", ["Item", "Cost", "Wait"], given.items ?? [["A", 50, ""]]),
    tableContent("Demand", ["Item", "Location", "Date", "Qty"], given.demand ?? demand),
    ...(given.more ?? []),
  ];
}

function found(given: Given = {}, options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(pushPull, tablesOf(given), options, "run-1");
  const [table] = outcome.results;
  const { rows, columns } = table as { rows: Rows; columns: readonly string[] };
  return {
    outcome,
    details: outcome.details as PushPullDetails,
    rows: rows.map((row) => Object.fromEntries(row.map((cell, k) => [columns[k], cell]))),
  };
}

const column = (rows: readonly Record<string, CellValue>[], name: string) => rows.map((row) => row[name]);

describe("push-pull", () => {
  test("customers who do not wait: the shops hold the stock, and nothing else is in time", () => {
    const { rows, outcome } = found();
    expect(outcome.issues).toEqual([]);
    expect(column(rows, "Echelon")).toEqual([
      "Suppliers",
      "Plants",
      "Warehouses",
      "Shops and points of demand",
    ]);
    expect(column(rows, "Days")).toEqual([29, 9, 3, 0]);
    expect(column(rows, "Advised")).toEqual(["PUSH", "PUSH", "PUSH", "BUFFER"]);
    expect(column(rows, "Cost").map((cost) => cost === "")).toEqual([true, true, true, false]);
    expect(rows[2].Reason).toBe(
      "Not in time: customers of P1 would wait 2 days and accept 0; 1 more place is late too.",
    );
    expect(rows[3].Reason).toBe("Stock costs least here: where customers are served, and they do not wait.");
    expect(rows[3]).toMatchObject({ ToCustomer: "", ToSupplier: "", Locations: "P1, P2", Wait: 0 });
  });

  test("the optimum is that of place-safety-stock, whatever customers wait", () => {
    for (const wait of [0, 2, 3, 9, 12, 29]) {
      const { details } = found({ items: [["A", 50, wait]] });
      const placed = runAnalysis(placeSafetyStock, tablesOf({ items: [["A", 50, wait]] }), {}, "run-2");
      const [{ echelons, boundary }] = details.items;
      expect(echelons[boundary.optimiser].cost!.stock).toBeCloseTo(
        (placed.details as PlacementDetails).corporate,
        9,
      );
    }
  });

  test("customers who wait three days: the warehouse holds it, and each way of moving it has its price", () => {
    const { rows } = found({ items: [["A", 50, 3]] });
    expect(column(rows, "Advised")).toEqual(["PUSH", "PUSH", "BUFFER", "PULL"]);
    expect(column(rows, "Optimiser")).toEqual(column(rows, "Advised"));
    const [, plants, warehouse, shops] = rows;
    expect(warehouse.ToCustomer).toBeCloseTo((shops.Cost as number) - (warehouse.Cost as number), 9);
    expect(warehouse.ToCustomer).toBe(shops.More);
    expect(shops.ToSupplier).toBe(-(warehouse.ToCustomer as number));
    expect(warehouse.ToCustomer).toBeGreaterThan(0);
    expect(warehouse.ToSupplier).toBe("");
    expect(plants.Reason).toMatch(/^Not in time: customers of P1 would wait 8 days and accept 3/);
    expect(shops.Reason).toMatch(/^\d+ a year more than at Warehouses: safety stock \+\d+, transport 0\.$/);
    expect(shops.Holds).toBe("P1, P2");
    expect(warehouse.Holds).not.toMatch(/P1|P2/);
  });

  test("customers who wait for all of it need no stock", () => {
    const { rows } = found({ items: [["A", 50, 29]] });
    expect(rows[0]).toMatchObject({
      Advised: "BUFFER",
      Cost: 0,
      Holds: "",
      Reason: "No safety stock is needed: customers wait for all of it.",
    });
    expect(rows[1].Advised).toBe("PULL");
  });

  test("the tolerance of the run counts where Items has no Wait", () => {
    expect(found({}, { tolerance: 3 }).rows.map(({ RunId: _, ...row }) => row)).toEqual(
      found({ items: [["A", 50, 3]] }).rows.map(({ RunId: _, ...row }) => row),
    );
    expect(found({ items: [["A", 50, 2.5]] }).outcome.issues).toMatchObject([
      { table: "Items", row: 1, message: "A: Wait must be whole days, got 2.5" },
    ]);
  });

  test("full lots keep the stock at the shops, though safety stock alone would be cheaper at the warehouse", () => {
    const pallets = lanes.map((lane, i) => (i < 2 ? lane : [...lane, "", 20, "Mon Thu"]));
    const { rows, outcome } = found({ items: [["A", 50, 3]], lanes: pallets });
    expect(outcome.issues).toEqual([]);
    expect(column(rows, "Optimiser")).toEqual(["PUSH", "PUSH", "BUFFER", "PULL"]);
    expect(column(rows, "Advised")).toEqual(["PUSH", "PUSH", "PUSH", "BUFFER"]);
    expect(column(rows, "ByTransport")).toEqual(["PUSH", "PUSH", "PUSH", "BUFFER"]);
    const [, , warehouse, shops] = rows;
    // 1,200 a year over 2 x 365.25 / 7 departures: 11.5 an order, in pallets of 20 of which (20 - 1) / 2 are empty, at a freight of 4.
    expect(shops.ShipToOrder).toBeCloseTo((2 * 4 * 9.5 * 2 * 365.25) / 7, 6);
    // (20 - 1) / 2 on hand, of a unit worth 50 + 1 + 1 + 4 at 20 % a year
    expect(shops.ShipInLots).toBeCloseTo(2 * 0.2 * 56 * 9.5, 9);
    expect(warehouse.TransportCost).toBe(shops.ShipToOrder);
    expect(shops.TransportCost).toBe(shops.ShipInLots);
    expect(shops.Reason).toMatch(
      /Safety stock alone would cost least at Warehouses; transport outweighs that\.$/,
    );
  });

  test("of several lanes between two places the one with the least freight is looked at", () => {
    const also = (freight: number, smallest: number): Rows => [
      ...lanes,
      ["D", "P2", 3, freight, smallest, "", "Fri"],
    ];
    const toOrder = (ways: Rows) => found({ lanes: ways }).rows[3].ShipToOrder as number;
    expect(toOrder(also(5, 60))).toBe(0);
    // 1,200 a year are 23 a week: 37 places of 60 stay empty, 52 times a year at a freight of 2.
    const weeks = 365.25 / 7;
    expect(toOrder(also(2, 60))).toBeCloseTo(2 * (60 - 1200 / weeks) * weeks, 6);
  });

  test("spread of demand: each place for itself, pooled towards the supplier", () => {
    const { rows } = found({}, { predictable: 0.15 });
    const spread = (sd: number) => sd * Math.sqrt(24 / 23);
    expect(rows[3].CV).toBeCloseTo((spread(10) + spread(20)) / 200, 9);
    expect(rows[2].CV).toBeCloseTo(spread(Math.sqrt(500)) / 200, 9);
    expect(column(rows, "ByDemand")).toEqual(["PUSH", "PUSH", "BUFFER", "PULL"]);
    expect(rows[3].Reason).toMatch(/Beyond Warehouses demand is hard to foresee\.$/);
    expect(column(found().rows, "ByDemand")).toEqual(["PUSH", "PUSH", "PUSH", "BUFFER"]);
  });

  test("a forecast with an interval tells how far off it may be, in place of history", () => {
    const forecast = tableContent(
      "Forecast",
      ["Item", "Location", "Date", "Stat", "Final", "High"],
      ["P1", "P2"].flatMap((place) => [
        // Its bucket is over: not looked at.
        ["A", place, monthDate(3), 5, "", 500],
        ...[24, 25].map((month) => ["A", place, monthDate(month), 100, 110, 100 + 1.6448536269514722 * 33]),
      ]),
    );
    const { rows } = found({ more: [forecast] });
    expect(rows[3].CV).toBeCloseTo(33 / 110, 9);
    expect(rows[2].CV).toBeCloseTo((33 * Math.SQRT2) / 220, 9);
    // Stock is placed for the same spread as in place-safety-stock.
    expect(rows[3].StockCost).toBe(found().rows[3].StockCost);
  });

  test("what was agreed stays with its echelon, costs what it costs, and is told where it cannot be", () => {
    const before = (agreed: Rows) =>
      tableContent(
        "PushPull",
        ["Item", "Echelon", "Agreed", "Advised"],
        [...agreed, ["B", "Plants", "yes", "BUFFER"]],
      );
    const agreedAt = (...echelons: string[]) =>
      found({ items: [["A", 50, 3]], more: [before(echelons.map((name) => ["A", name, "yes", ""]))] });
    const shops = agreedAt("Shops and points of demand");
    expect(shops.outcome.issues).toEqual([]);
    // Items that were not looked at keep their rows.
    expect(shops.rows[0]).toMatchObject({ Item: "B", Echelon: "Plants", Agreed: "yes" });
    expect(column(shops.rows.slice(1), "Agreed")).toEqual(["", "", "", "yes"]);
    expect(shops.rows[4].More).toBeGreaterThan(0);
    const problems = [
      [["Plants"], "A: the boundary was agreed at Plants, where it cannot be"],
      [["Depots"], "A: the boundary was agreed at Depots, an echelon that its network no longer has"],
      [["Plants", "Warehouses"], "A: Agreed must stand in one echelon, got Plants and Warehouses"],
    ] as const;
    for (const [echelons, message] of problems)
      expect(agreedAt(...echelons).outcome.issues).toMatchObject([{ table: "Items", row: 1, message }]);
  });

  test("kinds that do not lead on to each other: echelons by depth, named by kind", () => {
    const { rows } = found({
      locations: [...places.slice(0, 2), ["D", "DC"], ["P1", "DC"], ["P2", "DC"]],
    });
    expect(column(rows, "Echelon")).toEqual([
      "Suppliers, first places",
      "Plants, 1 step on",
      "Warehouses, 2 steps on",
      "Warehouses, 3 steps on",
    ]);
  });

  test("an item that cannot be looked at is told, the others are done; so are days and freight that are missing", () => {
    const cycle: Rows = [...lanes, ["P1", "PL", 1, 1]];
    expect(found({ lanes: cycle }).outcome.issues).toMatchObject([
      { table: "Items", row: 1, message: "A: lanes must not run in a cycle, got PL > D > P1 > PL" },
    ]);
    const odd: Rows = [...lanes.slice(0, 3), ["D", "P2", 3, "", 10, "", "weekly"]];
    expect(found({ lanes: odd }).outcome.issues).toMatchObject([
      { table: "Lanes", row: 4, column: "DaysOpen", message: expect.stringMatching(/got weekly/) },
      { table: "Lanes", row: 4, column: "Cost", message: expect.stringMatching(/^D to P2: Cost is blank/) },
    ]);
  });

  test("slow movers by the Poisson bound, and an option that does not go with it", () => {
    const { rows } = found({ items: [["A", 50, 3]] }, { bound: "POISSON" });
    expect(rows.filter(({ Advised }) => Advised === "BUFFER")).toHaveLength(1);
    expect(() => found({}, { bound: "POISSON", pooling: "PATHS" })).toThrow("pooling must be ARCS");
  });
});

describe("the sample company", () => {
  const workbook = readWorkbook(
    openPackage(readFileSync(join(__dirname, "../../../assets/samples/company.xlsx"))),
  );
  const { details } = runAnalysis(pushPull, tableContents(workbook), {}, "run") as {
    readonly details: PushPullDetails;
  };
  const at = (item: string) => {
    const { echelons, boundary } = details.items.find((one) => one.item === item)!;
    return Object.fromEntries(Object.entries(boundary).map(([measure, e]) => [measure, echelons[e].name]));
  };

  test("motors wait at the plant, pumps on pallets at the warehouse, filters where their customers come back", () => {
    expect(at("MO-201")).toMatchObject({ optimiser: "Plants", advised: "Plants" });
    expect(at("PU-101")).toMatchObject({
      optimiser: "Plants",
      transport: "Warehouses",
      advised: "Warehouses",
    });
    expect(at("PU-109").optimiser).toBe("Suppliers");
    expect(at("FI-401")).toMatchObject({ advised: "Warehouses" });
    expect(at("FI-405")).toMatchObject({ advised: "Shops and points of demand" });
    expect(at("SP-601")).toMatchObject({ demand: "Suppliers", advised: "Warehouses" });
  });

  test("every boundary is proven, and no other costs less", () => {
    for (const { echelons, boundary, gap } of details.items) {
      expect(gap).toBeLessThanOrEqual(1e-6);
      const cost = (e: number) => echelons[e].cost!.stock + echelons[e].cost!.transport;
      echelons.forEach(({ cost: own }, e) => {
        if (own !== null) expect(cost(e)).toBeGreaterThanOrEqual(cost(boundary.advised) - 1e-6);
      });
    }
  });
});
