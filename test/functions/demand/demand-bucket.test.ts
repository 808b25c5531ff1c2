import fc from "fast-check";
import { bucketOf, bucketStart, demandBuckets } from "../../../src/engine/calendar";
import { call, column, complaint } from "../call";

test("headers, blank rows and hosts that turn blanks into 0 change nothing", () => {
  // 45322 is 31 January 2024, 45323 the day after.
  const plain = call("DEMAND.BUCKET", column([45322, 45323]), column([5, 2]));
  expect(plain).toEqual([
    [45292, 5],
    [45323, 2],
  ]);
  const dates = column(["Date", 45322, null, "2024-02-01", "", 0]);
  expect(call("DEMAND.BUCKET", dates, column(["Qty", 5, null, 2, "", 0]))).toEqual(plain);
});

test("a line without a quantity does not stretch the range; one without a date is an error", () => {
  expect(call("DEMAND.BUCKET", column([45322, 45400]), column([5, null]))).toEqual([[45292, 5]]);
  expect(complaint(call("DEMAND.BUCKET", column([45322, null]), column([5, 2])))).toBe(
    "dates at entry 2 must be a date where qty holds a number, got a blank",
  );
});

test.each([
  [column(["31.01.2024", 45322, 45323]), "dates at position 1"],
  [column([45322, -1, 45323]), "dates at position 2 must be a date, or text such as 2024-01-31, got -1"],
  [column([45322, 3e6, 45323]), "dates at position 2"],
  [column([45322, true, 45323]), "dates at position 2"],
])("%j: a cell that is no date is named", (dates, message) => {
  const said = complaint(call("DEMAND.BUCKET", dates, column([1, 2, 3])));
  expect(said).toContain(message);
});

test("the range may hold no line at all, but must be a range", () => {
  expect(call("DEMAND.BUCKET", [[45322]], [[5]], "M", "2024-03-01", "2024-04-01")).toEqual([
    [45352, 0],
    [45383, 0],
  ]);
  expect(complaint(call("DEMAND.BUCKET", [[45322]], [[5]], "M", "2024-05-01", "2024-04-01"))).toBe(
    "to must be in the bucket of from or later, got 45383",
  );
  expect(complaint(call("DEMAND.BUCKET", [[45322]], [[5]], "M", "2024-05-01"))).toContain(
    "dates must hold a line inside the range",
  );
  expect(complaint(call("DEMAND.BUCKET", [[null]], [[null]]))).toBe(
    "dates must hold at least one dated line, got 0",
  );
  expect(complaint(call("DEMAND.BUCKET", [[1], [2_900_000]], [[5], [5]], "D"))).toContain(
    "must span at most 1048576 buckets",
  );
});

test("two blocks are refused, not cut", () => {
  const block = [
    [45322, 45323],
    [45324, 45325],
  ];
  expect(complaint(call("DEMAND.BUCKET", block, block))).toBe(
    "dates must be a single column or row, got 2 rows x 2 columns",
  );
});

test("nothing is lost or moved: every bucket holds its own lines, in whatever order they come", () => {
  const line = fc.record({
    date: fc.double({ min: 1, max: 400, noNaN: true }),
    units: fc.integer({ min: -50, max: 500 }),
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(...demandBuckets),
      (lines, bucket) => {
        const ask = (some: typeof lines) =>
          call(
            "DEMAND.BUCKET",
            column(some.map((one) => one.date)),
            column(some.map((one) => one.units)),
            bucket,
          );
        const rows = ask(lines);
        expect(ask([...lines].reverse())).toEqual(rows);
        const starts = rows.map(([start]) => bucketOf(start as number, bucket));
        starts.forEach((place, i) => expect(place).toBe(starts[0] + i));
        for (const [start, units] of rows) {
          const own = lines.filter(({ date }) => bucketStart(bucketOf(date, bucket), bucket) === start);
          expect(units).toBe(own.reduce((sum, one) => sum + one.units, 0));
        }
      },
    ),
  );
});
