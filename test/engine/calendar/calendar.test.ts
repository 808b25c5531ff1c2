import fc from "fast-check";
import {
  bucketOf,
  bucketStart,
  demandBuckets,
  firstSerial,
  lastSerial,
  serialOfIsoText,
} from "../../../src/engine/calendar";
import known from "../../reference/calendar-dates.json";

test.each(known)("$iso: serial and bucket starts equal Python's", ({ iso, serial, starts }) => {
  expect(serialOfIsoText(iso)).toBe(serial);
  expect(serialOfIsoText(`${iso}T23:59:59Z`)).toBe(serial);
  for (const bucket of demandBuckets) {
    expect(bucketStart(bucketOf(serial, bucket), bucket)).toBe(starts[bucket]);
    expect(bucketOf(serial + 0.999, bucket)).toBe(bucketOf(serial, bucket));
  }
});

test("Excel's 29 February 1900 stays in its month, and 1 March follows", () => {
  expect(bucketStart(bucketOf(60, "M"), "M")).toBe(32);
  expect(bucketOf(60, "D")).toBe(bucketOf(59, "D"));
  expect(bucketOf(61, "D")).toBe(bucketOf(59, "D") + 1);
  expect(bucketStart(bucketOf(60, "D"), "D")).toBe(59);
});

test.each([
  "2023-02-29",
  "2024-13-01",
  "2024-00-10",
  "1899-12-31",
  "0024-01-01",
  "2024-1-1",
  "31.01.2024",
  "2024-01-31x",
  "",
])("%j is no date", (text) => expect(serialOfIsoText(text)).toBeUndefined());

test("buckets run without a gap: a later day is never in an earlier bucket, and a bucket starts inside itself", () => {
  const serials = fc.integer({ min: firstSerial, max: lastSerial - 1 });
  fc.assert(
    fc.property(serials, fc.constantFrom(...demandBuckets), (serial, bucket) => {
      const place = bucketOf(serial, bucket);
      expect(bucketOf(serial + 1, bucket) - place).toBeGreaterThanOrEqual(0);
      expect(bucketOf(serial + 1, bucket) - place).toBeLessThanOrEqual(1);
      const start = bucketStart(place, bucket);
      expect(start).toBeLessThanOrEqual(serial);
      expect(bucketOf(start, bucket)).toBe(place);
      if (start > firstSerial) expect(bucketOf(start - 1, bucket)).toBe(place - 1);
    }),
  );
});
