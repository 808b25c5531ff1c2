import fc from "fast-check";
import { senseForecast, sensingValue } from "../../../src/engine/forecast";
import { signalUplift } from "../../../src/engine/forecast/sensing";
import { random } from "../../random";

const options = { cap: 0.3, decay: 4 };

describe("a planted uplift of 20 % that lasts three more weeks", () => {
  const { normal } = random(31);
  const weeks = (count: number, uplift: (t: number) => number) =>
    Array.from({ length: count }, (_, t) => 100 * uplift(t) * (1 + normal(0, 0.1)));
  function run(uplift: number) {
    let [plain, sensed, better] = [0, 0, 0];
    for (let item = 0; item < 300; item++) {
      const expected = new Array(4).fill(100);
      const signal = weeks(4, () => 1 + uplift);
      const actual = weeks(8, (t) => (t < 3 ? 1 + uplift : 1));
      const { forecast } = senseForecast({ forecast: new Array(8).fill(100), signal, expected, ...options });
      const error = (of: readonly number[]) =>
        [0, 1, 2].reduce((sum, t) => sum + Math.abs(of[t] - actual[t]), 0);
      const [before, after] = [error(new Array(8).fill(100)), error(forecast)];
      plain += before;
      sensed += after;
      if (after < before) better++;
      expect(forecast.slice(4)).toEqual([100, 100, 100, 100]);
      forecast.forEach((units) => expect(Math.abs(units - 100)).toBeLessThanOrEqual(30 + 1e-9));
    }
    return { gain: 1 - sensed / plain, better: better / 300 };
  }
  test("weeks +1 to +3 are better by far more than 15 %, and week 8 is the baseline", () => {
    const { gain, better } = run(0.2);
    // Measured: 40 % better in all, 93 % of the items better.
    expect(gain).toBeGreaterThan(0.3);
    expect(better).toBeGreaterThan(0.9);
  });
  test("a fall is sensed as well; without anything to sense little is lost", () => {
    const fall = run(-0.2).gain;
    const none = run(0).gain;
    // Measured: 55 % better; 3 % worse.
    expect(fall).toBeGreaterThan(0.4);
    expect(none).toBeGreaterThan(-0.06);
  });
  test("ten times the signal stays within the cap", () => {
    const { forecast, shift } = senseForecast({
      forecast: [100, 50],
      signal: [500, 520],
      expected: [50, 50],
      ...options,
    });
    expect(shift).toBe(0.3);
    expect(forecast).toEqual([130, 50 * (1 + 0.3 * 0.75)]);
  });
});

test("the value added looks at nothing later than the period it foretells", () => {
  const signal = [110, 118, 109, 121, 117];
  const expected = [100, 100, 100, 100, 100];
  const whole = sensingValue({ signal, expected, cap: 0.3, weight: 1 });
  // By hand: uplifts of .1, .14, .37 / 3 and .145 foretell 110, 114, 112 1/3 and 114.5.
  const errors = [118 - 110, 114 - 109, 121 - (100 + 37 / 3), 117 - 114.5];
  const total = 118 + 109 + 121 + 117;
  expect(whole?.n).toBe(4);
  expect(whole?.before).toBeCloseTo((18 + 9 + 21 + 17) / total, 12);
  expect(whole?.sensed).toBeCloseTo(errors.reduce((sum, error) => sum + error, 0) / total, 12);
  expect(sensingValue({ signal: [5], expected: [5], cap: 0.3, weight: 1 })).toBeUndefined();
  expect(sensingValue({ signal: [5, 6], expected: [5, 5], cap: 0.3 })).toBeUndefined();
  expect(sensingValue({ signal: [0, 0, 0], expected: [5, 5, 5], cap: 0.3 })).toBeUndefined();
});

test("uplift and its standard error are the ratio estimator's; blanks count in neither", () => {
  // Ratio 1.2; residuals 6 and -6 of 100: sqrt(2 / 1 x 72) / 100.
  const found = signalUplift([66, NaN, 54, 7], [50, 50, 50, NaN]);
  expect(found.uplift).toBeCloseTo(0.2, 12);
  expect(found.standardError).toBeCloseTo(0.12, 12);
  expect(() => signalUplift([1], [1, 2])).toThrow("expected must have as many periods as signal (1), got 2");
  expect(() => signalUplift([1, 2], [0, 0])).toThrow("the sum of expected must not be 0");
  expect(() => signalUplift([NaN], [2])).toThrow(
    "signal must share at least one period with expected, got 0",
  );
});

test("laws: no weight, no news or no cap changes nothing; the shift fades and ends; units do not matter", () => {
  const units = fc.integer({ min: 1, max: 500 });
  const pairs = fc.array(fc.tuple(units, units), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(
      pairs,
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom(undefined, 0.5, 1),
      (seen, decay, weight) => {
        const signal = seen.map(([one]) => one);
        const expected = seen.map(([, one]) => one);
        const forecast = Object.freeze(new Array<number>(10).fill(100));
        const ask = (changes: object) =>
          senseForecast({ forecast, signal, expected, weight, cap: 0.3, decay, ...changes }).forecast;
        const sensed = ask({});
        for (const same of [{ weight: 0 }, { cap: 0 }, { signal: expected }])
          expect(ask(same)).toEqual([...forecast]);
        const shifts = sensed.map((one) => Math.abs(one - 100));
        for (let t = 1; t < 10; t++) expect(shifts[t]).toBeLessThanOrEqual(shifts[t - 1]);
        expect(shifts.slice(decay).every((shift) => shift === 0)).toBe(true);
        expect(
          ask({ signal: signal.map((one) => 4 * one), expected: expected.map((one) => 4 * one) }),
        ).toEqual(sensed);
      },
    ),
  );
});

describe("shipments into a channel", () => {
  const shipped = [80, 40, 75, 60];
  const growth = [20, -25, 15, NaN];
  const expected = [50, 50, 50, 50];
  test("less the growth of its stock are demand; a period without it is left out", () => {
    const sold = [60, 65, 60, NaN];
    const request = { forecast: [100, 100], expected, cap: 0.3, decay: 4 };
    expect(senseForecast({ ...request, signal: shipped, channel: growth })).toEqual(
      senseForecast({ ...request, signal: sold }),
    );
    expect(sensingValue({ signal: shipped, expected, channel: growth, cap: 0.3, weight: 1 })).toEqual(
      sensingValue({ signal: sold, expected, cap: 0.3, weight: 1 }),
    );
  });
  test("filling the shelves is no demand: shipments double, sales do not, nothing is sensed", () => {
    const filled = {
      signal: [100, 100],
      channel: [50, 50],
      expected: [50, 50],
      forecast: [50],
      cap: 0.3,
      decay: 4,
    };
    expect(senseForecast(filled).forecast).toEqual([50]);
  });
});
