import fc from "fast-check";
import {
  classColumns,
  classifyItems,
  cutsProblem,
  defaultCuts,
  valueClasses,
  variationClasses,
  type ClassCuts,
} from "../../src/analyses/classify-items";
import type { MeasuredItem } from "../../src/analyses/item-measures";

const measured = (
  row: number,
  value: number | null,
  variation: number | null = 0.3,
  months = 24,
): MeasuredItem => ({ row, item: `item ${row}`, value, variation, months });

const measuresOf = (items: readonly MeasuredItem[], rowCount = items.length) => ({
  items,
  rowCount,
  issues: [],
});

const classesOf = (items: readonly MeasuredItem[], cuts: ClassCuts = defaultCuts) =>
  classifyItems(measuresOf(items), cuts).items.map(({ abc, xyz }) => abc + xyz);

describe("classes", () => {
  test("ABC follows the share of value that stands before an item, XYZ its variation", () => {
    // Shares of 1000: 700, 150, 100, 50; before them 0, 0.70, 0.85, 0.95.
    const items = [measured(0, 100, 0.5), measured(1, 700, 0.51), measured(2, 50, 1), measured(3, 150, 1.01)];
    expect(classesOf(items)).toEqual(["BX", "AY", "CY", "AZ"]);
  });

  test("cuts move the classes", () => {
    const items = [measured(0, 600, 0.2), measured(1, 300, 0.6), measured(2, 100, 2)];
    expect(classesOf(items, { abc: [0.5, 0.7], xyz: [0.1, 3] })).toEqual(["AY", "BY", "CY"]);
  });

  test("a value that is not known and a launch of less than six months are N, no demand is -", () => {
    // Before the 1 stand 9 of 10.
    const items = [measured(0, 9), measured(1, null), measured(2, 1, 0.3, 5), measured(3, 0, null, 0)];
    expect(classesOf(items)).toEqual(["AX", "NX", "BN", "C-"]);
  });

  test("without any value ABC is N and the issue says what to fill", () => {
    const { items, issues, totalValue } = classifyItems(measuresOf([measured(0, 0)]), defaultCuts);
    expect(items[0].abc).toBe("N");
    expect(totalValue).toBe(0);
    expect(issues.map(({ message }) => message)).toEqual([
      "No item has an annual value above 0: fill ACV, or Cost and the table Demand",
    ]);
  });

  test("no items at all are no issue", () => {
    expect(classifyItems(measuresOf([]), defaultCuts)).toMatchObject({
      items: [],
      issues: [],
      totalValue: 0,
    });
  });

  test("columns to write keep the order of the sheet; rows that could not be used get -", () => {
    const classification = classifyItems(measuresOf([measured(3, 1), measured(1, 9)], 5), defaultCuts);
    expect(classColumns(classification, 5)).toEqual({
      ABC: ["-", "A", "-", "B", "-"],
      XYZ: ["-", "X", "-", "X", "-"],
    });
  });
});

describe("cuts", () => {
  test.each<[string, ClassCuts, string | undefined]>([
    ["the usual", defaultCuts, undefined],
    ["B up to all of the value", { abc: [0.5, 1], xyz: [0.5, 1] }, undefined],
    ["A after B", { abc: [0.9, 0.8], xyz: [0.5, 1] }, "abc"],
    ["A at 0", { abc: [0, 0.8], xyz: [0.5, 1] }, "abc"],
    ["percent instead of shares", { abc: [80, 95], xyz: [0.5, 1] }, "abc"],
    ["no number for A", { abc: [NaN, 0.8], xyz: [0.5, 1] }, "abc"],
    ["X after Y", { abc: [0.8, 0.95], xyz: [1, 0.5] }, "xyz"],
    ["no number for Y", { abc: [0.8, 0.95], xyz: [0.5, NaN] }, "xyz"],
    ["no end of Y", { abc: [0.8, 0.95], xyz: [0.5, Infinity] }, "xyz"],
  ])("%s", (_name, cuts, field) => expect(cutsProblem(cuts)?.field).toBe(field));
});

describe("laws of the matrix", () => {
  const anyItems = fc
    .array(
      fc.record({
        value: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
        variation: fc.option(fc.double({ min: 0, max: 5, noNaN: true })),
        months: fc.integer({ min: 0, max: 36 }),
      }),
      { maxLength: 80 },
    )
    .map((drawn) => drawn.map((item, row): MeasuredItem => ({ row, item: `item ${row}`, ...item })));
  const anyCuts = fc
    .tuple(
      fc.double({ min: 0.01, max: 0.98, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 2, noNaN: true }),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
    )
    .map(([a, b, x, y]): ClassCuts => ({ abc: [a, a + (1 - a) * b], xyz: [x, x + y] }));

  test("every item stands in exactly one field, the one of its classes", () => {
    fc.assert(
      fc.property(anyItems, anyCuts, (items, cuts) => {
        const { segments, items: classified } = classifyItems(measuresOf(items), cuts);
        expect(segments).toHaveLength(valueClasses.length * variationClasses.length);
        expect(segments.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(
          items.map(({ row }) => row),
        );
        for (const { abc, xyz, count, rows } of segments) {
          expect(count).toBe(rows.length);
          for (const row of rows) expect(classified[row]).toMatchObject({ abc, xyz });
        }
      }),
    );
  });

  test("shares sum to 1 where there is any value, and to 0 where there is none", () => {
    fc.assert(
      fc.property(anyItems, anyCuts, (items, cuts) => {
        const { segments, totalValue } = classifyItems(measuresOf(items), cuts);
        const shares = segments.reduce((sum, { share }) => sum + share, 0);
        // Up to 80 values are added in another order: a few units in the last place.
        expect(shares).toBeCloseTo(totalValue > 0 ? 1 : 0, 9);
      }),
    );
  });

  test("no item of B is worth more than one of A, no item of C more than one of B", () => {
    fc.assert(
      fc.property(anyItems, anyCuts, (items, cuts) => {
        const classified = classifyItems(measuresOf(items), cuts).items;
        const values = (wanted: string) =>
          classified.flatMap(({ abc, value }) => (abc === wanted && value !== null ? [value] : []));
        const [a, b, c] = ["A", "B", "C"].map(values);
        expect(Math.max(-1, ...b)).toBeLessThanOrEqual(Math.min(Infinity, ...a));
        expect(Math.max(-1, ...c)).toBeLessThanOrEqual(Math.min(Infinity, ...a, ...b));
      }),
    );
  });

  test("the currency does not matter", () => {
    fc.assert(
      fc.property(anyItems, anyCuts, (items, cuts) => {
        // A power of two scales without rounding.
        const dearer = items.map((item) => ({ ...item, value: item.value === null ? null : item.value * 4 }));
        expect(classesOf(dearer, cuts)).toEqual(classesOf(items, cuts));
      }),
    );
  });
});
