import fc from "fast-check";
import { call, column, complaint } from "../call";

test("DEMAND.CLEAN stands beside its input: blanks at both ends keep their rows, a header does not count", () => {
  const demand = [null, 10, 12, 11, 50, 9, 10, null, 12, 11, null];
  const rows = call("DEMAND.CLEAN", column(demand));
  expect(rows).toHaveLength(11);
  expect(rows[4]).toEqual([11, 1]);
  for (const blank of [0, 7, 10]) expect(rows[blank]).toEqual(["", ""]);
  expect(call("DEMAND.CLEAN", column(["Demand", ...demand]))).toEqual(rows);
  expect(call("DEMAND.CLEAN", [demand])).toEqual([
    rows.map(([cleaned]) => cleaned),
    rows.map(([, flag]) => flag),
  ]);
});

test("DEMAND.CLEAN over a block: one row an item, cleaned or flags", () => {
  const block = [
    [10, 12, 11, 50, 9, 10, 12],
    [5, 5, 6, 5, 6, 5, 90],
  ];
  expect(call("DEMAND.CLEAN", block)).toEqual([[10, 12, 11, 11, 9, 10, 12], block[1]]);
  expect(call("DEMAND.CLEAN", block, null, null, null, "FLAG")).toEqual([
    [0, 0, 0, 1, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 2],
  ]);
});

test("DEMAND.UNCONSTRAIN runs as its input and one row an item over blocks", () => {
  const [sold, instock] = [
    [10, 4, 0],
    [1, 0.5, 0],
  ];
  expect(call("DEMAND.UNCONSTRAIN", [sold], [instock])[0]).toEqual([10, 8, 14 / 1.5]);
  expect(call("DEMAND.UNCONSTRAIN", column(sold), column(instock))).toEqual(column([10, 8, 14 / 1.5]));
  expect(call("DEMAND.UNCONSTRAIN", [sold, sold], [instock, [1, 1, 1]])).toEqual([[10, 8, 14 / 1.5], sold]);
  expect(complaint(call("DEMAND.UNCONSTRAIN", [sold], [[1, 50, 0]]))).toBe(
    "instock at position 2 must be from 0 to 1, got 50",
  );
});

test("DEMAND.LIFECYCLE: one stage an item, dates in columns, a date not given is none", () => {
  const steady = [10, 12, 9, 11, 10, 12, 11, 9];
  const block = [steady, steady, steady];
  const launch = column([null, "2024-03-10", null]);
  const eol = column([null, null, 45443]);
  expect(call("DEMAND.LIFECYCLE", block, launch, eol, "2024-06-30")).toEqual([["Mature"], ["New"], ["EOL"]]);
  const [[first], [second]] = call("DEMAND.LIFECYCLE", block, launch);
  expect(first).toBe("Mature");
  expect(complaint([[second]])).toContain("asof must be given");
});

test("DEMAND.LINK of pairs: nothing passed on is the new history, everything is the sum", () => {
  const units = fc.option(fc.integer({ min: 0, max: 999 }), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(units, units), { minLength: 2, maxLength: 24 }), (pairs) => {
      const old = pairs.map(([first]) => first);
      const recent = pairs.map(([, second]) => second);
      const [all] = call("DEMAND.LINK", [old], [recent]);
      const [none] = call("DEMAND.LINK", [old], [recent], 3, 0);
      pairs.forEach(([first, second], t) => {
        const both = first === null && second === null;
        expect(all[t]).toBe(both ? "" : (first ?? 0) + (second ?? 0));
        expect(none[t]).toBe(both ? "" : (second ?? 0));
      });
    }),
  );
});
