import { placeSafetyStock } from "../../../src/analyses/place-safety-stock";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { simulateNetwork, type SimulationDetails } from "../../../src/analyses/simulate-network";
import { regularisedGamma } from "../../../src/engine/math/gamma-function";
import { poissonBound } from "../../../src/engine/network/poisson-bound";
import type { CellValue } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";

type Rows = readonly (readonly CellValue[])[];

const demand: Rows = ["P1", "P2"].flatMap((place, k) =>
  Array.from({ length: 24 }, (_, month) => [
    "A",
    place,
    monthDate(month),
    3000 + (month % 2 === 0 ? 1 : -1) * 200 * (k + 1),
  ]),
);
const tables = [
  tableContent(
    "Locations",
    ["Location", "Type"],
    [
      ["S", "supplier"],
      ["D", "DC"],
      ["P1", "store"],
      ["P2", "store"],
    ],
  ),
  tableContent(
    "Lanes",
    ["From", "To", "LeadTime", "Cost"],
    [
      ["S", "D", 20, 1],
      ["D", "P1", 2, 1],
      ["D", "P2", 3, 1],
    ],
  ),
  tableContent("Items", ["Item", "Cost", "Price"], [["A", 50, 70]]),
  tableContent("Demand", ["Item", "Location", "Date", "Qty"], demand),
];
const empty = tableContent("Placement", ["Item", "Location", "Service"], []);

function placement(options: Record<string, unknown> = {}, from = tables) {
  const [{ columns, rows }] = runAnalysis(placeSafetyStock, from, options, "run-1").results as unknown as [
    { columns: string[]; rows: Rows },
  ];
  return tableContent("Placement", columns, rows);
}

function played(options: Record<string, unknown>, plan = placement(), from = tables) {
  const outcome = runAnalysis(simulateNetwork, [...from, plan], { runs: 4, days: 200, ...options }, "run-2");
  const [{ columns, rows }] = outcome.results as unknown as [{ columns: string[]; rows: Rows }];
  const places = rows.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i], cell])));
  return {
    outcome,
    places,
    rate: (place: string) => Number(places.find(({ Location }) => Location === place)?.FillRate),
  };
}

/** A table with some cells changed. */
function changed(
  { name, columns, rows }: (typeof tables)[number],
  change: (row: Record<string, CellValue>) => Record<string, CellValue | undefined>,
) {
  const cells = rows.map((row) => {
    const named = Object.fromEntries(columns.map((column, i) => [column, row[i]]));
    const next = change(named);
    return columns.map((column) => next[column] ?? named[column]);
  });
  return tableContent(name, [...columns], cells);
}

const rowsOf = ({ columns, rows }: (typeof tables)[number]) =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

describe("the plan that stands in Placement is the one that is played", () => {
  test.each(["NORMAL", "POISSON", "EMPIRICAL"])("levels of a %s plan", (bound) => {
    const plan = placement({ bound });
    const { places, outcome } = played({}, plan);
    const means = new Map([
      ["D", 6000],
      ["P1", 3000],
      ["P2", 3000],
    ]);
    expect(outcome.issues).toEqual([]);
    for (const [i, { Location, NetTime, SS }] of rowsOf(plan).entries()) {
      const mean = means.get(String(Location))! / (365.25 / 12);
      expect(places[i].Location).toBe(Location);
      expect(places[i].BaseStock).toBeCloseTo(mean * Number(NetTime) + Number(SS), 6);
      expect(places[i].Bound).toBe(bound);
    }
  });

  test("safety stock typed over counts; the option csl does not, where suppliers hold nothing", () => {
    const more = changed(placement(), ({ SS }) => ({ SS: Number(SS) + 100 }));
    const [before, after] = [played({}), played({}, more)];
    after.places.forEach(({ BaseStock, OnHand }, i) => {
      expect(Number(BaseStock)).toBeCloseTo(Number(before.places[i].BaseStock) + 100, 9);
      expect(Number(OnHand)).toBeGreaterThan(Number(before.places[i].OnHand));
    });
    const late = changed(placement(), ({ Location }) =>
      Location === "D" ? { Inbound: 20, NetTime: 22 } : {},
    );
    expect(played({ csl: 0.6 }, late).places).toEqual(played({ csl: 0.99 }, late).places);
  });

  test("a single place of slow movers keeps its cycle service level, as often as Poisson tells", () => {
    const single = [
      tableContent("Locations", ["Location", "Type"], [["P1", "store"]]),
      tableContent("Lanes", ["From", "To", "LeadTime"], []),
      tableContent("Items", ["Item", "Cost", "LeadTime"], [["A", 50, 20]]),
      tableContent(
        "Demand",
        ["Item", "Location", "Date", "Qty"],
        Array.from({ length: 24 }, (_, month) => ["A", "P1", monthDate(month), month % 2 === 0 ? 2 : 6]),
      ),
    ];
    const [level, mean] = [0.9, (4 / (365.25 / 12)) * 20];
    const plan = placement({ bound: "POISSON", csl: level }, single);
    const [{ BaseStock, ReadyRate, ReadyRateWithin }] = played({ days: 3000, runs: 20 }, plan, single).places;
    // Part of a unit, kept for a shorter time, serves nobody.
    const units = Math.floor(Number(BaseStock));
    expect(units).toBe(poissonBound(mean, 1 - level));
    const exact = 1 - regularisedGamma(units + 1, mean).lower;
    expect(exact).toBeGreaterThanOrEqual(level);
    expect(Math.abs(Number(ReadyRate) - exact)).toBeLessThan(Number(ReadyRateWithin));
  });

  test("what is not of today is told at its cell, and played as it stands", () => {
    const longer = tables.map((table) =>
      table.name === "Lanes" ? changed(table, ({ To }) => (To === "D" ? { LeadTime: 26 } : {})) : table,
    );
    const more = tables.map((table) =>
      table.name === "Demand"
        ? changed(table, ({ Location, Qty }) => (Location === "P2" ? { Qty: 2 * Number(Qty) } : {}))
        : table,
    );
    const plan = placement();
    const [old] = played({}, plan, longer).outcome.issues;
    expect(old).toMatchObject({ table: "Placement", row: 1, column: "LeadTime" });
    expect(old.message).toMatch(
      /^A: LeadTime of D is 20 in Placement, by today's tables and options 26: the levels/,
    );
    expect(played({}, plan, longer).places[0].BaseStock).toBeCloseTo(
      Number(played({}, plan).places[0].BaseStock),
      9,
    );
    expect(played({}, plan, more).outcome.issues.map(({ column }) => column)).toEqual(["Sigma"]);
    const mixed = changed(plan, ({ Location }) => (Location === "P2" ? { Bound: "POISSON" } : {}));
    expect(played({}, mixed).outcome.issues[0].message).toMatch(/^A: Bound of P2 is POISSON in Placement/);
  });

  test("a place without a plan, or with one that cannot be, leaves its item out and says why", () => {
    const plan = placement();
    const blank = changed(plan, ({ Location }) => (Location === "P2" ? { SS: "" } : {}));
    const { outcome } = played({}, blank);
    expect(outcome.issues[0]).toMatchObject({ table: "Items", row: 1 });
    expect(outcome.issues[0].message).toMatch(
      /^A: Placement must have Inbound, Service, NetTime and SS of P2, got a blank: run place-safety-stock/,
    );
    expect(outcome.summary).toBe("no item could be played: the issues say why");
    const slow = changed(plan, ({ Location }) => (Location === "P2" ? { Service: 99 } : {}));
    expect(played({}, slow).outcome.issues[0].message).toMatch(
      /^A: Service of P2 must be at most the \d+ days/,
    );
    const broken = changed(plan, ({ Location }) => (Location === "P2" ? { Inbound: 0.5 } : {}));
    expect(played({}, broken).outcome.issues[0].message).toMatch(
      /^A: Inbound of P2 must be whole days, got 0.5/,
    );
  });
});

describe("simulate-network", () => {
  test("a plan keeps its promise in a normal year, with intervals; suppliers hold nothing of ours", () => {
    const { places, rate, outcome } = played({});
    expect(places.map(({ Location }) => Location)).toEqual(["D", "P1", "P2"]);
    for (const place of ["D", "P1", "P2"]) expect(rate(place)).toBeGreaterThan(0.95);
    expect(Number(places[1].FillRateWithin)).toBeGreaterThan(0);
    expect(outcome.summary).toMatch(/^1 items played: customers get 9\d\.\d % of units in time/);
  });

  test("a closed lane, a late supplier and a spike cost service, and are named", () => {
    const calm = played({});
    const closed = played({ close: "D>P1" });
    expect(closed.rate("P1")).toBeLessThan(calm.rate("P1") - 0.05);
    expect(closed.rate("P2")).toBe(calm.rate("P2"));
    expect(closed.places[0].Stress).toBe("D>P1 closed from day 30 for 30");
    expect(played({ late: "S" }).rate("D")).toBeLessThan(calm.rate("D") - 0.02);
    expect(played({ spike: "P2" }).rate("P2")).toBeLessThan(calm.rate("P2"));
  });

  test("a stressed run stands beside the normal one of the same draws, and what it changes has its interval", () => {
    const calm = played({});
    const stressed = played({ close: "D>P1", spike: "P2", factor: 1.5 });
    const details = stressed.outcome.details as SimulationDetails;
    for (const [i, place] of stressed.places.entries()) {
      expect(place.NormalFillRate).toBe(calm.places[i].FillRate);
      expect(place.NormalCost).toBe(calm.places[i].Cost);
      expect(calm.places[i].NormalFillRate).toBe("");
      expect(Number(place.NormalFillRate) + Number(place.FillRateChange)).toBeCloseTo(
        Number(place.FillRate),
        12,
      );
      expect(Number(place.NormalCost) + Number(place.CostChange)).toBeCloseTo(Number(place.Cost), 9);
    }
    const [item] = details.items;
    // Customers order as much at P1 as at P2.
    expect(item.fillRate.mean).toBeCloseTo((stressed.rate("P1") + stressed.rate("P2")) / 2, 12);
    const ours = stressed.places.reduce((sum, { Cost }) => sum + Number(Cost), 0);
    expect(item.cost.mean).toBeCloseTo(ours, 9);
    const { normal, change } = item.against!;
    expect(change.fillRate.mean).toBeCloseTo(item.fillRate.mean - normal.fillRate.mean, 12);
    // The same draws: what varies from year to year drops out of the difference.
    expect(change.fillRate.within).toBeGreaterThan(0);
    expect(change.fillRate.within).toBeLessThan(-change.fillRate.mean);
    expect(stressed.outcome.summary).toMatch(/of units in time, 9\d\.\d % in a normal year, \d/);
  });

  test("customers' units that come late because of a stress are told, with their margin", () => {
    const { places } = played({ close: "D>P1" });
    const at = (place: string) => places.find(({ Location }) => Location === place)!;
    // Nobody outside asks at D, and the other shop feels nothing.
    expect([at("D").Demand, at("D").Late, at("P2").Late]).toEqual([0, 0, 0]);
    // About 100 a day do not come for 30 days, less what the shop holds.
    expect(Number(at("P1").Demand)).toBeCloseTo(3000 / (365.25 / 12), 0);
    expect(Number(at("P1").Late)).toBeGreaterThan(1500);
    expect(Number(at("P1").Late)).toBeLessThan(3500);
    expect(at("P1").LateMargin).toBeCloseTo(20 * Number(at("P1").Late), 6);
    // The same units, told by rates: 200 days of demand.
    const late = -Number(at("P1").FillRateChange) * Number(at("P1").Demand) * 200;
    expect(Number(at("P1").Late) / late).toBeCloseTo(1, 1);
  });

  test("a stress that touches nothing is refused", () => {
    const text = 'got the text "P1>P2"';
    expect(() => played({ close: "P1>P2" })).toThrow(
      `close must be a lane that supplies a planned item, ${text}`,
    );
    expect(() => played({ late: "X" })).toThrow("late must be a place that supplies a planned item");
    expect(() => played({ spike: "D" })).toThrow(
      "spike must be a place where customers order a planned item",
    );
    expect(() => played({ late: "S", stressfrom: 200 })).toThrow(
      "stressfrom must be below the days of a run (200), got 200",
    );
  });

  test("a lane that cannot be read, and a missing plan, are told", () => {
    expect(() => played({ close: "D" })).toThrow('close must be a lane such as S05>D300, got the text "D"');
    expect(played({}, empty).outcome.summary).toBe(
      "no item has a plan in Placement: run place-safety-stock first",
    );
  });
});
