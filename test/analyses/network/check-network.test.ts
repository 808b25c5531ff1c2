import { checkNetwork, type NetworkCheckDetails } from "../../../src/analyses/check-network";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue } from "../../../src/workbook/workbook";
import { random } from "../../random";
import { monthDate, tableContent } from "../table-content";

type Rows = readonly (readonly CellValue[])[];

/** Two suppliers, two warehouses, two shops, every place reached twice over. */
const soundPlaces: Rows = [
  ["S1", "supplier"],
  ["S2", "supplier"],
  ["D1", "DC"],
  ["D2", "DC"],
  ["P1", "store"],
  ["P2", "store"],
];
const lane = (
  from: CellValue,
  to: CellValue,
  days: CellValue = 5,
  item = "",
  use = "supply",
  capacity: CellValue = "",
  sd: CellValue = "",
): CellValue[] => [from, to, item, days, use, capacity, sd];
const soundLanes: Rows = [
  ...["S1", "S2"].flatMap((from) => ["D1", "D2"].map((to) => lane(from, to))),
  ...["D1", "D2"].flatMap((from) => ["P1", "P2"].map((to) => lane(from, to, 2))),
];
const soundItems: Rows = [["A", 10, 15]];
const soundDemand: Rows = ["P1", "P2"].flatMap((place) =>
  Array.from({ length: 12 }, (_, month) => ["A", place, monthDate(month), 30.4375]),
);

function faultsOf({
  places = soundPlaces,
  lanes = soundLanes,
  items = soundItems,
  demand = soundDemand,
} = {}) {
  const outcome = runAnalysis(
    checkNetwork,
    [
      tableContent("Locations", ["Location", "Type"], places),
      tableContent("Lanes", ["From", "To", "Item", "LeadTime", "Use", "Capacity", "LTsd"], lanes),
      tableContent("Items", ["Item", "Cost", "Price"], items),
      tableContent("Demand", ["Item", "Location", "Date", "Qty"], demand),
    ],
    {},
    "run-1",
  );
  return { ...(outcome.details as NetworkCheckDetails), outcome };
}

const without = (from: string, to: string) => soundLanes.filter(([a, b]) => a !== from || b !== to);

describe("check-network", () => {
  test("a sound network has no fault", () => {
    const { faults, outcome } = faultsOf();
    expect(faults).toEqual([]);
    expect(outcome.issues).toEqual([]);
  });

  test.each([
    ["cycle", "D1", { lanes: [...soundLanes, lane("P1", "D1")] }],
    ["orphan", "Old", { places: [...soundPlaces, ["Old", "DC"]] }],
    ["no lead time", "D1", { lanes: [...without("D1", "P1"), lane("D1", "P1", "")] }],
    ["negative lead time", "D1", { lanes: [...without("D1", "P1"), lane("D1", "P1", -2)] }],
    [
      "uncertain lead time",
      "D1",
      { lanes: [...without("D1", "P1"), lane("D1", "P1", 2, "", "supply", "", 9)] },
    ],
    ["unknown place", "D9", { lanes: [...soundLanes, lane("D9", "P1")] }],
    ["unknown item", "D1", { lanes: [...soundLanes, lane("D1", "P1", 2, "ZZ")] }],
    ["unknown item", undefined, { demand: [...soundDemand, ["ZZ", "P1", monthDate(3), 9]] }],
    ["duplicate place", "D1", { places: [...soundPlaces, ["D1", "DC"]] }],
    ["duplicate lane", "D1", { lanes: [...soundLanes, lane("D1", "P1", 3)] }],
    ["lane to itself", "D1", { lanes: [...soundLanes, lane("D1", "D1")] }],
    ["blank end", "D1", { lanes: [...soundLanes, lane("D1", "")] }],
    ["blank name", undefined, { places: [...soundPlaces, ["", "DC"]] }],
    ["nothing replenishes it", "D1", { lanes: soundLanes.filter(([, to]) => to !== "D1") }],
    [
      "separate network",
      "X1",
      {
        places: [...soundPlaces, ["X1", "supplier"], ["X2", "store"]],
        lanes: [...soundLanes, lane("X1", "X2")],
      },
    ],
    ["not supplied", "P2", { lanes: soundLanes.filter(([, to]) => to !== "P2") }],
    ["against the flow", "P1", { lanes: [...soundLanes, lane("P1", "D2")] }],
    ["no cost", undefined, { items: [["A", "", 15]] }],
    [
      "capacity",
      "D1",
      { lanes: [...soundLanes.filter(([, to]) => to !== "P1"), lane("D1", "P1", 2, "A", "supply", 20)] },
    ],
    ["single point of failure", "D1", { lanes: soundLanes.filter(([from]) => from !== "D2") }],
  ] as const)("finds: %s", (finding, location, change) => {
    const { faults } = faultsOf(change as Parameters<typeof faultsOf>[0]);
    expect(faults.map((fault) => [fault.finding, fault.location])).toContainEqual([finding, location]);
  });

  test("margin at risk is the weekly demand behind it at price less cost", () => {
    const { faults } = faultsOf({ lanes: soundLanes.filter(([from]) => from !== "D2") });
    const [weak] = faults.filter(({ finding }) => finding === "single point of failure");
    expect(weak).toMatchObject({ location: "D1", cutOff: ["P1", "P2"] });
    // one unit a day at each of two shops, seven days, 5 of margin
    expect(weak.margin).toBeCloseTo(70, 9);
  });

  test("a lane for moves between sites is no alternative", () => {
    const lanes = [...soundLanes.filter(([from]) => from !== "D2"), lane("S1", "P1", 9, "", "lateral")];
    expect(faultsOf({ lanes }).faults.map(({ finding }) => finding)).toContain("single point of failure");
  });

  test("single points of failure equal those found by taking out each place", () => {
    const { uniform } = random(4);
    for (let round = 0; round < 40; round++) {
      const ids = Array.from({ length: 9 }, (_, i) => `N${i}`);
      const lanes = ids.flatMap((from, i) =>
        ids.slice(i + 1).flatMap((to) => (uniform() < 0.25 ? [lane(from, to)] : [])),
      );
      const demand = ids.slice(5).map((place) => ["A", place, monthDate(0), 10]);
      const roots = ids.filter(
        (id) => lanes.some(([from]) => from === id) && !lanes.some(([, to]) => to === id),
      );
      const reach = (gone?: string) => {
        const found = new Set(roots.filter((id) => id !== gone));
        for (const id of found)
          for (const [from, to] of lanes) if (from === id && to !== gone) found.add(to as string);
        return found;
      };
      const usual = reach();
      const expected = ids
        .filter((gone) =>
          ids.slice(5).some((place) => place !== gone && usual.has(place) && !reach(gone).has(place)),
        )
        .sort();
      const { faults } = faultsOf({ places: ids.map((id) => [id, ""]), lanes, demand });
      const found = faults
        .filter(({ finding }) => finding === "single point of failure")
        .map(({ location }) => location!);
      expect(found.sort()).toEqual(expected);
    }
  });

  test("sorting the tables changes neither findings nor hash", () => {
    const change = { lanes: [...soundLanes, lane("P1", "D1")] };
    const [a, b] = [faultsOf(change), faultsOf({ lanes: [...change.lanes].reverse() })];
    expect(b.outcome.inputHash).toBe(a.outcome.inputHash);
    expect(b.faults.map(({ finding }) => finding).sort()).toEqual(
      a.faults.map(({ finding }) => finding).sort(),
    );
  });
});
