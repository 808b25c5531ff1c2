import fc from "fast-check";
import { daysBetween, leadTimeDrift, leadTimeStatistics, onTimeInFull } from "../../../src/engine/supply";
import { serialOfIsoText } from "../../../src/engine/calendar";
import { normalDraws } from "../../../src/engine/math/random";

const day = (text: string) => serialOfIsoText(text) as number;

describe("working days", () => {
  test("as counted day by day", () => {
    const weekday = (serial: number) => (serial - day("2024-01-01")) % 7; // a Monday
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 7 }),
        (start, length, workdays) => {
          const from = day("2024-01-01") + start;
          let counted = 0;
          for (let serial = from + 1; serial <= from + length; serial++)
            if (weekday(serial) < workdays) counted++;
          expect(daysBetween(from, from + length, workdays)).toBe(counted);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe("lead times", () => {
  test("thirty receipts with an outlier, open lines and impossible ones", () => {
    const start = day("2024-01-01");
    const ordered = Array.from({ length: 30 }, (_, i) => start + 7 * i);
    const received = ordered.map((from, i) =>
      i === 4 ? NaN : i === 9 ? from - 3 : i === 20 ? from + 300 : from + 10 + (i % 5),
    );
    const trimmed = leadTimeStatistics({ ordered, received }, { exclude: 0.1 });
    // 28 lead times, one off each end: the longest is the outlier.
    expect([trimmed.n, trimmed.dropped]).toEqual([26, 1]);
    expect(trimmed.mean).toBeLessThan(13);
    const whole = leadTimeStatistics({ ordered, received }, { exclude: 0 });
    expect([whole.n, Math.round(whole.mean)]).toEqual([28, 22]);
  });
  test("times of day do not matter", () => {
    const dates = { ordered: [45000.9, 45000.1], received: [45010.1, 45010.9] };
    expect(leadTimeStatistics(dates, { exclude: 0 }).sd).toBe(0);
  });
  test("received on the day of the order, earlier by the clock: no days, not dropped", () => {
    const dates = { ordered: [45000.75], received: [45000.25] };
    expect(leadTimeStatistics(dates, { exclude: 0 })).toMatchObject({ n: 1, mean: 0, dropped: 0 });
  });
  test("holidays count like days of the week that are not worked, day by day", () => {
    const holidays = [45285, 45285, 45286, 45292, 45289, NaN];
    for (const workdays of [undefined, 5, 6])
      for (let from = 45280; from < 45290; from++)
        for (let to = from; to < 45300; to++) {
          let days = 0;
          // 45278 is a Monday.
          for (let day = from + 1; day <= to; day++)
            if ((day - 45278) % 7 < (workdays ?? 7) && !holidays.includes(day)) days++;
          const one = leadTimeStatistics(
            { ordered: [from], received: [to], due: [from] },
            { exclude: 0, workdays, holidays },
          );
          expect([one.mean, one.daysLate]).toEqual([days, days]);
        }
  });
  test("nothing received is said so", () => {
    expect(() => leadTimeStatistics({ ordered: [45000], received: [NaN] }, { exclude: 0 })).toThrow(
      "received must hold at least one receipt on or after its order, got none",
    );
  });
});

test("drift: a shift of two sigma shows in one window in 95 of 100 runs and more, none in fewer than 5", () => {
  const draw = normalDraws(7);
  const runs = 2000;
  const share = (shift: number) => {
    let found = 0;
    for (let run = 0; run < runs; run++) {
      const actuals = Array.from({ length: 24 }, (_, i) => 30 + 4 * draw() + (i >= 18 ? shift : 0));
      if (leadTimeDrift(30, actuals, { window: 6, limit: 2 }).verdict === "LONGER") found++;
    }
    return found / runs;
  };
  expect(share(8)).toBeGreaterThan(0.95);
  expect(share(0)).toBeLessThan(0.05);
});

test("on time and in full never exceeds either; tolerances only add", () => {
  const line = fc.record({
    due: fc.nat(100),
    came: fc.nat(100),
    ordered: fc.integer({ min: 1, max: 50 }),
    got: fc.nat(60),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(5), (lines, slack) => {
      const data = {
        due: lines.map(({ due }) => 45000 + due),
        received: lines.map(({ came }) => 45000 + came),
        orderedQuantity: lines.map(({ ordered }) => ordered),
        receivedQuantity: lines.map(({ got }) => got),
      };
      const strict = onTimeInFull(data, { early: 0, late: 0, quantity: 0 });
      const loose = onTimeInFull(data, { early: slack, late: slack, quantity: slack / 20 });
      expect(strict.both).toBeLessThanOrEqual(Math.min(strict.onTime, strict.inFull));
      expect(loose.onTime).toBeGreaterThanOrEqual(strict.onTime);
      expect(loose.inFull).toBeGreaterThanOrEqual(strict.inFull);
    }),
    { seed: 1 },
  );
});

test("a line that has not arrived is not in full, whatever the tolerance", () => {
  const lines = {
    due: [45000, 45000],
    received: [45000, NaN],
    orderedQuantity: [10, 10],
    receivedQuantity: [9, NaN],
  };
  expect(onTimeInFull(lines, { early: 0, late: 0, quantity: 1 })).toMatchObject({ inFull: 0.5, onTime: 0.5 });
});
