import { placeSafetyStock, type PlacementDetails } from "../../../src/analyses/place-safety-stock";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { buildNetwork, optimiseService } from "../../../src/engine/network";
import { normalQuantile } from "../../../src/engine/math/normal";
import type { CellValue } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";
import { demand, lanes, places, type Rows } from "./two-shops";

const columns = ["Item", "Location", "MaxService", "FixedService", "Owner"];

function placed({
  placement,
  options = {},
  lanes: ways = lanes,
  csl = {},
  demand: asked = demand,
}: {
  placement?: Rows;
  options?: object;
  lanes?: Rows;
  csl?: Readonly<Record<string, number>>;
  demand?: Rows;
} = {}) {
  const outcome = runAnalysis(
    placeSafetyStock,
    [
      tableContent(
        "Locations",
        ["Location", "Type", "CSL"],
        places.map(([id, type]) => [id, type, csl[String(id)] ?? ""]),
      ),
      tableContent("Lanes", ["From", "To", "LeadTime", "Cost"], ways),
      tableContent("Items", ["Item", "Cost"], [["A", 50]]),
      tableContent("Demand", ["Item", "Location", "Date", "Qty"], asked),
      ...(placement === undefined ? [] : [tableContent("Placement", columns, placement)]),
    ],
    options as Record<string, unknown>,
    "run-1",
  );
  const details = outcome.details as PlacementDetails;
  const [table] = outcome.results;
  const rows = (table as { rows: readonly (readonly CellValue[])[]; columns: readonly string[] }).rows.map(
    (row) =>
      Object.fromEntries(row.map((cell, k) => [(table as { columns: readonly string[] }).columns[k], cell])),
  );
  return { outcome, details, rows };
}

describe("place-safety-stock", () => {
  test("demand of an item that is not in Items, and a single month of it, are told", () => {
    const young = ["A", "P2", monthDate(23), 90];
    const stranger = ["B", "P1", monthDate(3), 5];
    const { outcome } = placed({
      demand: [...demand.filter(([, place]) => place === "P1"), young, stranger],
    });
    expect(outcome.issues.map(({ table, message }) => `${table}: ${message}`)).toEqual([
      "Demand: B stands in no row of Items: its demand is not planned for",
      "Demand: A: demand at P2 fills a single bucket of history, which shows no spread",
    ]);
  });

  test("is the guaranteed-service optimum of the network in the tables", () => {
    const { details, rows } = placed();
    const spread = (sd: number) => Math.sqrt((sd * sd * 24) / 23) * Math.sqrt(12 / 365.25);
    const site = (id: string, processingTime: number, freight: number, demandSd = 0) => ({
      id,
      processingTime,
      holdingCost: 0.2 * (50 + freight),
      demandSd,
      inboundTime: 0,
      ...(demandSd > 0 ? { maxServiceTime: 0 } : {}),
    });
    const sites = [
      site("S", 0, 0),
      site("PL", 20, 1),
      site("D", 6, 2),
      site("P1", 2, 6, spread(10)),
      site("P2", 3, 6, spread(20)),
    ];
    const plan = optimiseService(
      buildNetwork(
        sites,
        lanes.map(([from, to]) => ({ from: String(from), to: String(to) })),
      ),
      { z: normalQuantile(0.95), pooling: "ARCS" },
    );
    expect(details.agreed).toBeCloseTo(plan.cost, 9);
    expect(details.corporate).toBe(details.agreed);
    expect(rows.map(({ Location }) => Location)).toEqual(["PL", "D", "P1", "P2"]);
    expect(details.local).toBeGreaterThan(details.agreed);
  });

  test("what sites' own rules cost, one by one, adds up to what they cost together", () => {
    const rules: Rows = [
      ["A", "D", "", 0, "depot wants to deliver at once"],
      ["", "PL", 5, "", "plant, all items"],
    ];
    const { details, rows } = placed({ placement: rules });
    const { agreed, corporate } = details;
    const withoutDepot = placed({ placement: rules.slice(1) }).details.agreed;
    const withoutPlant = placed({ placement: rules.slice(0, 1) }).details.agreed;
    const cost = (place: string) =>
      rows.find(({ Item, Location }) => Item === "A" && Location === place)?.BoundCost;
    expect(agreed).toBeGreaterThan(corporate);
    expect(Number(cost("D")) + Number(cost("PL"))).toBeCloseTo(agreed - corporate, 9);
    // Shapley value of two: the mean of what a rule adds alone and on top of the other.
    expect(cost("D")).toBeCloseTo((withoutPlant - corporate + agreed - withoutDepot) / 2, 9);
    expect(cost("P1")).toBe("");
    expect(rows.find(({ Location }) => Location === "D")).toMatchObject({
      Service: 0,
      FixedService: 0,
      Owner: "depot wants to deliver at once",
    });
    expect(rows[0]).toMatchObject({ Item: "", Location: "PL", MaxService: 5, Owner: "plant, all items" });
  });

  test("costs of four rules are at least 0 and add up", () => {
    const sites = ["PL", "D", "P1", "P2"];
    for (const times of [
      [0, 0, 0, 0],
      [20, 0, 0, 0],
      [4, 9, 1, 0],
      [13, 2, 0, 2],
    ]) {
      const rules: Rows = sites.map((site, i) => ["A", site, times[i], "", ""]);
      const { details, rows } = placed({ placement: rules, options: { tolerance: 4 } });
      const costs = rows.map(({ BoundCost }) => Number(BoundCost));
      for (const cost of costs) expect(cost).toBeGreaterThanOrEqual(-1e-9);
      const sum = costs.reduce((total, cost) => total + cost, 0);
      expect(details.agreed).toBeGreaterThan(details.corporate);
      expect(sum).toBeCloseTo(details.agreed - details.corporate, 9);
    }
  });

  test("what people typed survives a run, right or wrong, and each issue leads to its row", () => {
    const typed: Rows = [
      ["A", "P1", "two days", "", "Ann"],
      ["A", "P1", 3, "", "Bob"],
      ["A", "XX", 4, "", "Cy"],
      ["A", "D", 1.5, "", "Di"],
      ["B", "D", 2, "", "Ed"],
      ["A", "PL", "", "", ""],
    ];
    const { outcome, rows } = placed({ placement: typed });
    const written = rows.filter(({ Owner }) => Owner !== "");
    expect(
      written.map(({ Item, Location, MaxService, Owner }) => [Item, Location, MaxService, Owner]),
    ).toEqual([
      ["A", "P1", 3, "Bob"],
      ["A", "XX", 4, "Cy"],
      ["B", "D", 2, "Ed"],
      ["A", "D", 1.5, "Di"],
      ["A", "P1", "two days", "Ann"],
    ]);
    expect(rows.filter(({ Location }) => Location === "PL")).toHaveLength(1);
    expect(outcome.issues.map(({ row, column, message }) => [rows[row - 1].Owner, column, message])).toEqual([
      ["Ann", "MaxService", 'MaxService must be a number, got the text "two days"'],
      ["Di", "MaxService", "MaxService must be whole days, got 1.5"],
      ["Cy", "Location", "XX keeps no stock of A: its rule has no effect"],
    ]);
  });

  test("a fixed time is kept from both sides: customers wait that long", () => {
    const { rows } = placed({ placement: [["A", "PL", "", 7, ""]] });
    expect(rows.find(({ Location }) => Location === "PL")).toMatchObject({ Service: 7 });
    expect(rows.find(({ Location }) => Location === "D")).toMatchObject({ Inbound: 7 });
  });

  test("a site that has its goods sooner than it insists on is told", () => {
    const { outcome } = placed({ placement: [["A", "PL", "", 30, ""]] });
    expect(outcome.issues.map(({ message }) => message)).toEqual([
      "A: PL has its goods before the service time it insists on, and promises that",
    ]);
  });

  test("relaxing a rule never costs", () => {
    let before = Infinity;
    for (let max = 0; max <= 26; max += 2) {
      const { details } = placed({ placement: [["A", "D", max, "", ""]] });
      expect(details.agreed).toBeLessThanOrEqual(before + 1e-9);
      before = details.agreed;
    }
  });

  test("customers who wait need less stock", () => {
    expect(placed({ options: { tolerance: 5 } }).details.agreed).toBeLessThan(placed().details.agreed);
  });

  test("a lane without a time leaves the item out and names the lane", () => {
    const { outcome, details } = placed({ lanes: [...lanes.slice(0, 3), ["D", "P2", "", 4]] });
    expect(details.items).toEqual([]);
    expect(outcome.issues).toMatchObject([
      {
        table: "Items",
        row: 1,
        message: "A: LeadTime of the lane from D to P2 must be at least 0, got a blank",
      },
    ]);
  });

  test("a place with a service level of its own covers demand with that", () => {
    const [before, after] = [placed(), placed({ csl: { P1: 0.99 } })];
    const stock = (of: typeof before, place: string) =>
      of.rows.find(({ Location }) => Location === place)!.LocalSS as number;
    expect(stock(after, "P1") / stock(before, "P1")).toBeCloseTo(
      normalQuantile(0.99) / normalQuantile(0.95),
      12,
    );
    expect(stock(after, "P2")).toBe(stock(before, "P2"));
    expect(after.details.agreed).toBeGreaterThan(before.details.agreed);
    const everywhere = placed({ csl: Object.fromEntries(places.map(([id]) => [id, 0.99])) });
    expect(everywhere.rows).toEqual(placed({ options: { csl: 0.99 } }).rows);
  });

  test("a service level of a place must be one", () => {
    const { outcome } = placed({ csl: { P1: 95 } });
    expect(outcome.issues[0]).toMatchObject({ table: "Locations", row: 4, column: "CSL" });
  });

  test("POISSON: mean demand a day is its variance", () => {
    const { rows } = placed({ options: { bound: "POISSON" } });
    const shop = rows.find(({ Location }) => Location === "P1")!;
    const rate = (100 * 12) / 365.25;
    expect(shop.Sigma).toBeCloseTo(Math.sqrt(rate), 12);
    // scipy 1.10: poisson.isf(0.05, [1, 2] * 1200 / 365.25) is 7 and 11
    expect(shop.LocalSS).toBeCloseTo(Math.max(7 - rate, 11 - 2 * rate), 9);
    expect(() => placed({ options: { bound: "POISSON", pooling: "PATHS" } })).toThrow(
      'pooling must be ARCS where the bound is POISSON, got the text "PATHS"',
    );
  });

  test("EMPIRICAL: sums of observed months", () => {
    const { rows, outcome } = placed({ options: { bound: "EMPIRICAL" } });
    expect(outcome.issues).toEqual([]);
    const stock = (place: string) => rows.find(({ Location }) => Location === place)!.LocalSS;
    const month = 365.25 / 12;
    // Months of 110 and 90, of 120 and 80, and at their supplier of 230 and 170.
    expect(stock("P1")).toBeCloseTo(10 * Math.sqrt(2 / month), 9);
    expect(stock("P2")).toBeCloseTo(20 * Math.sqrt(3 / month), 9);
    expect(stock("D")).toBeCloseTo(30 * Math.sqrt(6 / month), 9);
  });

  test("an unknown item is refused in words", () => {
    expect(() => placed({ options: { item: "B" } })).toThrow("item must be in the table Items, got B");
  });
});
