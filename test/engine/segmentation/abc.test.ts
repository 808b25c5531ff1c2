import fc from "fast-check";
import { abcClasses, xyzClass } from "../../../src/engine/segmentation";

const rule = { cuts: [0.8, 0.95] as const, band: 0 };

test("the item that crosses a cut stays above it", () => {
  expect(abcClasses([85, 10, 5], rule)).toEqual(["A", "B", "C"]);
  expect(abcClasses([50, 40, 10], rule)).toEqual(["A", "A", "B"]);
  expect(abcClasses([100], rule)).toEqual(["A"]);
});

test("an item that starts exactly at a cut is below it, whatever rounding says", () => {
  expect(abcClasses([0.7, 0.1, 0.15, 0.05], rule)).toEqual(["A", "B", "A", "C"]);
  expect(abcClasses([0.3, 0.5, 0.2], rule)).toEqual(["A", "A", "B"]);
});

test("blank and negative are not classified, ties keep their order", () => {
  expect(abcClasses([null, -5, 10, 10, 10, 10, 10], rule)).toEqual(["N", "N", "A", "A", "A", "A", "B"]);
  expect(() => abcClasses([0, 0, null], rule)).toThrow("value must hold at least one number above 0");
});

test("with a band an item moves only when it is clearly over", () => {
  const values = [79, 14, 5, 2];
  expect(abcClasses(values, rule)).toEqual(["A", "A", "B", "C"]);
  expect(abcClasses(values, { ...rule, band: 0.02 }, ["A", "B", "B", "B"])).toEqual(["A", "B", "B", "C"]);
  expect(abcClasses(values, { ...rule, band: 0.005 }, ["A", "B", "B", "B"])).toEqual(["A", "A", "B", "C"]);
});

test("laws: order of the input is irrelevant to distinct values, scale too, and classes fall with value", () => {
  const values = fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, (list) => {
      const classes = abcClasses(list, rule);
      const reversed = abcClasses([...list].reverse(), rule).reverse();
      expect(reversed).toEqual(classes);
      expect(
        abcClasses(
          list.map((value) => value * 8),
          rule,
        ),
      ).toEqual(classes);
      const byValue = list
        .map((value, i) => ({ value, letter: classes[i] }))
        .sort((a, b) => b.value - a.value);
      const letters = byValue.map(({ letter }) => letter).join("");
      expect(letters).toMatch(/^A+B*C*$/);
    }),
  );
});

test("a stable list with its own classes as memory does not move", () => {
  const values = [500, 200, 120, 80, 50, 30, 12, 8];
  const classes = abcClasses(values, rule);
  expect(abcClasses(values, { ...rule, band: 0.05 }, classes)).toEqual(classes);
});

test("XYZ ends belong to the steadier class", () => {
  expect([0, 0.5, 0.51, 1, 1.01].map((cv) => xyzClass(cv, [0.5, 1]))).toEqual(["X", "X", "Y", "Y", "Z"]);
});

test("XYZ keeps a class within its band, and moves beyond it", () => {
  const cuts = [0.5, 1] as const;
  const within = (cv: number, current: string) => xyzClass(cv, cuts, current, 0.1);
  expect([0.59, 0.61].map((cv) => within(cv, "X"))).toEqual(["X", "Y"]);
  expect([0.39, 0.41, 1.09, 1.11].map((cv) => within(cv, "Y"))).toEqual(["X", "Y", "Y", "Z"]);
  expect([0.89, 0.91].map((cv) => within(cv, "Z"))).toEqual(["Y", "Z"]);
  expect([0.3, 1.3].map((cv) => within(cv, cv < 1 ? "Z" : "X"))).toEqual(["X", "Z"]);
  expect(within(0.55, "-")).toBe("Y");
});
