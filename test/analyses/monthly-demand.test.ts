import fc from "fast-check";
import { monthlyDemand } from "../../src/analyses/monthly-demand";

const line = (item: string, date: number, quantity: number) => ({ item, date, quantity });

test("lines are summed by calendar month, months without lines are 0", () => {
  // 45322 is 2024-01-31, 45323 is 2024-02-01, 45383 is 2024-04-01 (Excel's DATE function).
  const demand = monthlyDemand([line("a", 45_322, 5), line("a", 45_323, 2), line("a", 45_383, 7)]);
  expect(demand.get("a")?.series).toEqual([5, 2, 0, 7]);
});

test("a series starts with the item's first line and ends with the last month of the whole table", () => {
  const demand = monthlyDemand([line("old", 45_322, 5), line("new", 45_383, 7)]);
  expect(demand.get("old")?.series).toEqual([5, 0, 0, 0]);
  expect(demand.get("new")?.series).toEqual([7]);
});

test("a time of day belongs to its day, so the last second of January is January", () => {
  expect(monthlyDemand([line("a", 45_322.99999, 5), line("a", 45_323, 1)]).get("a")?.series).toEqual([5, 1]);
});

test("returns reduce their month", () => {
  expect(monthlyDemand([line("a", 45_322, 5), line("a", 45_310, -2)]).get("a")?.series).toEqual([3]);
});

test("the last twelve months leave out the thirteenth", () => {
  // 2023-01-10 to 2024-01-10, a line of 1 a month: thirteen months.
  const dates = [44_936, 44_967, 44_995, 45_026, 45_056, 45_087, 45_117, 45_148, 45_179, 45_209];
  const lines = [...dates, 45_240, 45_270, 45_301].map((date) => line("a", date, 1));
  const { series, lastTwelve } = monthlyDemand(lines).get("a") ?? { series: [], lastTwelve: NaN };
  expect(series).toHaveLength(13);
  expect(lastTwelve).toBe(12);
});

test("no lines give no series", () => expect(monthlyDemand([]).size).toBe(0));

test("nothing is lost: the months of an item sum to its lines, whatever their order", () => {
  const lines = fc.array(
    fc.record({
      item: fc.constantFrom("a", "b", "c"),
      date: fc.integer({ min: 36_526, max: 45_000 }),
      quantity: fc.integer({ min: -50, max: 500 }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(lines, (drawn) => {
      const demand = monthlyDemand(drawn);
      expect(monthlyDemand([...drawn].reverse())).toEqual(demand);
      for (const [item, { series }] of demand) {
        const sum = drawn
          .filter((one) => one.item === item)
          .reduce((total, { quantity }) => total + quantity, 0);
        expect(series.reduce((total, quantity) => total + quantity, 0)).toBe(sum);
      }
    }),
  );
});
