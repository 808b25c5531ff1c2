import { placeSafetyStock } from "../../../src/analyses/place-safety-stock";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { simulateNetwork, type SimulationDetails } from "../../../src/analyses/simulate-network";
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

function placement() {
  const [{ columns, rows }] = runAnalysis(placeSafetyStock, tables, {}, "run-1").results as unknown as [
    { columns: string[]; rows: Rows },
  ];
  return tableContent("Placement", columns, rows);
}

function played(options: Record<string, unknown>, plan = placement()) {
  const outcome = runAnalysis(
    simulateNetwork,
    [...tables, plan],
    { runs: 4, days: 200, ...options },
    "run-2",
  );
  const [{ columns, rows }] = outcome.results as unknown as [{ columns: string[]; rows: Rows }];
  const places = rows.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i], cell])));
  return {
    outcome,
    places,
    rate: (place: string) => Number(places.find(({ Location }) => Location === place)?.FillRate),
  };
}

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
