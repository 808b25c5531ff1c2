import fc from "fast-check";
import {
  eventColumns,
  holidayDates,
  movingHolidays,
  serialOfIsoText,
  workingDays,
  type MovingHoliday,
} from "../../../src/engine/calendar";
import { fitRegression } from "../../../src/engine/forecast";
import known from "../../reference/holidays.json";

const serial = (iso: string) => serialOfIsoText(iso) ?? NaN;

describe("moving holidays, 1990 to 2060", () => {
  test.each(["EASTER", "RAMADAN", "EID AL-FITR", "EID AL-ADHA", "LUNAR NEW YEAR"] as const)(
    "%s: every day against dateutil, ICU or the ephemeris",
    (holiday) => {
      const dates = holidayDates(holiday, serial("1990-01-01"), serial("2060-12-31"));
      expect(dates).toEqual(known[holiday].map(serial));
      expect(dates.length).toBeGreaterThan(70);
    },
  );
  test.each<[MovingHoliday, string]>([
    ["THANKSGIVING", "2024-11-28"],
    ["THANKSGIVING", "2023-11-23"],
    ["THANKSGIVING", "2018-11-22"],
    ["CHRISTMAS", "2024-12-25"],
    // as published by the Hong Kong Observatory
    ["LUNAR NEW YEAR", "2027-02-06"],
    ["LUNAR NEW YEAR", "2030-02-03"],
    ["EASTER", "2038-04-25"],
  ])("%s falls on %s", (holiday, iso) => {
    const year = iso.slice(0, 4);
    expect(holidayDates(holiday, serial(`${year}-01-01`), serial(`${year}-12-31`))).toEqual([serial(iso)]);
  });
  test("a year may see Ramadan begin twice", () => {
    expect(holidayDates("RAMADAN", serial("2030-01-01"), serial("2030-12-31"))).toHaveLength(2);
  });
  test("outside the table of new moons there is a message, not a guess", () => {
    const call = () => holidayDates("LUNAR NEW YEAR", serial("2060-01-01"), serial("2061-03-01"));
    expect(call).toThrow("event LUNAR NEW YEAR must fall in the years 1990 to 2060, got 2061");
  });
});

describe("columns of events", () => {
  test("Easter week of 2024 lies in March, that of 2023 in April, that of 2018 in both", () => {
    const columns = (year: string) =>
      eventColumns([{ on: "EASTER", before: 6 }], {
        start: serial(`${year}-03-15`),
        count: 2,
        bucket: "M",
      })[0];
    // Sundays 31 March 2024, 9 April 2023, 1 April 2018
    const shares = ["2024", "2023", "2018"].map(columns);
    [
      [1, 0],
      [0, 1],
      [6 / 7, 1 / 7],
    ].forEach((wanted, i) => wanted.forEach((value, k) => expect(shares[i][k]).toBeCloseTo(value, 12)));
  });
  test("an event of one's own, by week and by day; days outside the span are left out", () => {
    const promotion = { on: [serial("2024-01-03"), serial("2024-01-22")], after: 1 };
    const span = { start: serial("2024-01-01"), count: 3, bucket: "W" } as const;
    expect(eventColumns([promotion], span)).toEqual([[1, 0, 0]]);
    const days = { start: serial("2024-01-04"), count: 3, bucket: "D" } as const;
    expect(eventColumns([promotion, { on: [serial("2024-01-06")] }], days)).toEqual([
      [0.5, 0, 0],
      [0, 0, 1],
    ]);
  });
  test("whatever the event, its shares in a span that holds it whole sum to the times it happens", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...movingHolidays),
        fc.nat(30),
        fc.nat(30),
        fc.constantFrom("D", "W", "M", "Q" as const),
        (on, before, after, bucket) => {
          const count = { D: 1200, W: 170, M: 40, Q: 14 }[bucket];
          const span = { start: serial("2020-01-01"), count, bucket };
          const [column] = eventColumns([{ on, before, after }], span);
          const sum = column.reduce((total, value) => total + value, 0);
          const whole = holidayDates(on, serial("2020-02-10"), serial("2023-02-05")).length;
          expect(sum).toBeGreaterThanOrEqual(whole - 1e-9);
          expect(sum).toBeLessThan(whole + 2);
          expect(Math.min(...column)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
  test.each([
    [{ on: "EASTER" as const, before: -1 }, "before must be a whole number of days, 0 or more, got -1"],
    [{ on: [45000], after: 0.5 }, "after must be a whole number of days, 0 or more, got 0.5"],
  ])("refusal %#", (event, message) => {
    expect(() => eventColumns([event], { start: 45000, count: 2, bucket: "M" })).toThrow(message);
  });
});

describe("working days", () => {
  test("months of 2024: NETWORKDAYS of a spreadsheet; holidays and a six-day week count", () => {
    const span = { start: serial("2024-01-01"), count: 4, bucket: "M" } as const;
    expect(workingDays(span)).toEqual([23, 21, 21, 22]);
    expect(workingDays(span, [serial("2024-01-01"), serial("2024-03-29"), serial("2024-03-31")])).toEqual([
      22, 21, 20, 22,
    ]);
    expect(workingDays(span, [], [true, true, true, true, true, true, false])).toEqual([27, 25, 26, 26]);
  });
  test.each([
    [{ start: 45000, count: 0, bucket: "M" as const }, "count must be a whole number of at least 1, got 0"],
    [{ start: 0, count: 2, bucket: "M" as const }, "start must be a date, 1900-01-01 or later, got 0"],
  ])("refusal %#", (span, message) => {
    expect(() => workingDays(span)).toThrow(message);
  });
});

test("a regression finds what an Easter week is worth, although it moves between months", () => {
  const span = { start: serial("2015-01-01"), count: 72, bucket: "M" } as const;
  const [easter] = eventColumns([{ on: "EASTER", before: 6 }], span);
  const series = easter
    .slice(0, 60)
    .map((share, t) => 100 + t + 10 * Math.sin((Math.PI * t) / 6) + 40 * share);
  const model = fitRegression({
    series,
    season: 12,
    trend: true,
    log: false,
    regressors: [easter.slice(0, 60)],
  });
  const found = model.coefficients.find(({ name }) => name === "regressor 1");
  expect(found?.value).toBeCloseTo(40, 9);
  const coming = easter.slice(60);
  model
    .forecast(12, [coming])
    .forEach((value, i) =>
      expect(value).toBeCloseTo(160 + i + 10 * Math.sin((Math.PI * (60 + i)) / 6) + 40 * coming[i], 9),
    );
});
