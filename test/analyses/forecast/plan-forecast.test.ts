import fc from "fast-check";
import {
  groupsAt,
  inputHash,
  levelOf,
  planForecast,
  samePlan,
} from "../../../src/analyses/forecast/plan-forecast";
import type { ForecastOptions } from "../../../src/analyses/forecast/forecast-options";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

/** 2024-01-01 and 2024-05-15. */
const [JANUARY, MAY_15] = [45_292, 45_427];
const monthly: ForecastOptions = { horizon: 3, bucket: "M", level: "item", asOf: MAY_15 };

const demandOf = (...rows: CellValue[][]) =>
  tableContent("Demand", ["Item", "Location", "Date", "Qty"], rows);

test("demand is summed by bucket, from the first line of the item to the last bucket that is over", () => {
  const plan = planForecast(
    demandOf(
      ["a", "", JANUARY, 5],
      ["a", "", JANUARY + 30, 2],
      ["b", "", JANUARY + 31, 7],
      ["a", "", JANUARY + 91, 1],
    ),
    undefined,
    monthly,
  );
  expect(plan.leaves.map(({ item, series }) => [item, series])).toEqual([
    ["a", [7, 0, 0, 1]],
    ["b", [7, 0, 0]],
  ]);
  expect(plan.next).toBe(plan.leaves[0].start + 4);
});

test("the bucket of today is not over: its lines take no part, nor do later ones", () => {
  const plan = planForecast(
    demandOf(["a", "", JANUARY, 5], ["a", "", MAY_15 - 10, 99], ["a", "", MAY_15 + 60, 99]),
    undefined,
    monthly,
  );
  expect(plan.leaves[0].series).toEqual([5]);
  expect(plan.leftOut).toBe(2);
  const everything = planForecast(demandOf(["a", "", MAY_15, 9]), undefined, { ...monthly, asOf: Infinity });
  expect(everything.leaves[0].series).toEqual([9]);
});

test.each([
  // 2024-05-13 is a Monday: the week of 15 May begins there.
  ["W" as const, MAY_15 - 3, [4]],
  ["W" as const, MAY_15 - 2, []],
  ["D" as const, MAY_15 - 1, [4]],
  ["Q" as const, JANUARY + 90, [4]],
  ["Q" as const, JANUARY + 91, []],
])("bucket %s with a line on %i", (bucket, date, series) => {
  const { leaves } = planForecast(demandOf(["a", "", date, 4]), undefined, { ...monthly, bucket });
  expect(leaves.flatMap((leaf) => leaf.series)).toEqual(series);
});

describe("levels", () => {
  const items = tableContent(
    "Items",
    ["Item", "Family", "Stage", "LeadTime"],
    [
      ["a", "pumps", "Mature", 40],
      ["b", "pumps", "", ""],
    ],
  );
  const demand = demandOf(
    ["a", "N", JANUARY, 5],
    ["a", "S", JANUARY + 31, 2],
    ["b", "N", JANUARY + 60, 3],
    ["c", "N", JANUARY + 60, 1],
  );

  test("those that differ in the workbook are offered; another one counts as that of items", () => {
    expect(planForecast(demand, items, monthly).levels).toEqual(["location", "item", "family"]);
    const plain = planForecast(demandOf(["a", "N", JANUARY, 5]), undefined, { ...monthly, level: "family" });
    expect(plain.levels).toEqual(["item"]);
    expect(levelOf(plain)).toBe("item");
  });

  test("groups add up their leaves bucket by bucket; items of no family stay by themselves", () => {
    const { leaves } = planForecast(demand, items, monthly);
    expect(groupsAt("family", leaves).map(({ series }) => series)).toEqual([[5, 2, 3], [1]]);
    expect(groupsAt("item", leaves).map(({ series }) => series)).toEqual([[5, 2, 0], [3], [1]]);
    expect(groupsAt("location", leaves)).toHaveLength(4);
    expect(leaves[0]).toMatchObject({ stage: "Mature", leadTime: 40, itemRow: 0, family: "pumps" });
    expect(leaves[3]).toMatchObject({ stage: "", leadTime: null, itemRow: null, family: "" });
  });
});

test("rows that cannot be used are issues; the others are planned", () => {
  const plan = planForecast(
    demandOf(["a", "", JANUARY, 5], ["a", "", JANUARY, "many"], ["a", "", "never", 1]),
    undefined,
    monthly,
  );
  expect(plan.leaves[0].series).toEqual([5]);
  expect(plan.issues.map(({ row, column }) => [row, column])).toEqual([
    [2, "Qty"],
    [3, "Date"],
  ]);
});

test("the hash and the plan tell whether the input is the same: sorting changes nothing, a quantity does", () => {
  const lines = fc.array(
    fc.tuple(
      fc.constantFrom("a", "b"),
      fc.integer({ min: JANUARY, max: MAY_15 }),
      fc.integer({ min: 0, max: 9 }),
    ),
    { minLength: 1, maxLength: 30 },
  );
  const planOf = (drawn: readonly (readonly [string, number, number])[]) =>
    planForecast(demandOf(...drawn.map(([item, date, qty]) => [item, "", date, qty])), undefined, {
      ...monthly,
      asOf: Infinity,
    });
  fc.assert(
    fc.property(lines, (drawn) => {
      const plan = planOf(drawn);
      expect(inputHash(planOf([...drawn].reverse()))).toBe(inputHash(plan));
      expect(samePlan(planOf(drawn), plan)).toBe(true);
      const [[item, date, qty], ...others] = drawn;
      const changed = planOf([[item, date, qty + 1], ...others]);
      expect(inputHash(changed)).not.toBe(inputHash(plan));
      expect(samePlan(changed, plan)).toBe(false);
    }),
  );
});
