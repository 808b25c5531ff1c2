import fc from "fast-check";
import {
  analogueForecast,
  bassDiffusion,
  bassForecast,
  bassPeak,
  bassShare,
  changeOver,
  fitBass,
  fitSmoothing,
  matchedForecast,
} from "../../../src/engine/forecast";
import known from "../../reference/new-product.json";
import { random } from "../../random";

const wape = (actual: readonly number[], forecast: readonly number[]) =>
  actual.reduce((sum, units, t) => sum + Math.abs(units - forecast[t]), 0) /
  actual.reduce((sum, units) => sum + units, 0);

describe("Bass", () => {
  test.each(known.curves)(
    "p $innovation, q $imitation: the closed form solves the differential equation",
    ({ innovation, imitation, share }) => {
      share.forEach((expected, t) => {
        expect(Math.abs(bassShare(innovation, imitation, t + 1) - expected)).toBeLessThanOrEqual(1e-11);
      });
      const market = 1e6;
      const sold = bassForecast({ market, innovation, imitation }, 12);
      sold.forEach((units, t) => {
        expect(Math.abs(units - market * (share[t] - (share[t - 1] ?? 0)))).toBeLessThanOrEqual(
          1e-10 * market,
        );
      });
      expect(bassForecast({ market, innovation, imitation }, 3, 9)).toEqual(sold.slice(9));
    },
  );

  test.each(known.fits)("fits as well as scipy: market $market", ({ sales, ...best }) => {
    const fit = fitBass(sales);
    expect(fit.sumOfSquares).toBeLessThanOrEqual(best.sumOfSquares * (1 + 1e-8));
    for (const name of ["market", "innovation", "imitation"] as const) {
      expect(Math.abs(fit[name] / best[name] - 1)).toBeLessThan(1e-4);
    }
  });

  test.each(known.published)(
    "series of Srinivasan and Mason, market given: $given",
    ({ sales, given, ...best }) => {
      const { model, forecast, sumOfSquares } = bassDiffusion({ sales, market: given ?? undefined, h: 3 });
      expect(sumOfSquares).toBeLessThanOrEqual(best.sumOfSquares * (1 + 1e-8));
      for (const name of ["market", "innovation", "imitation"] as const) {
        expect(Math.abs(model[name] / best[name] - 1)).toBeLessThan(1e-4);
      }
      forecast.forEach((units, t) => expect(Math.abs(units / best.next[t] - 1)).toBeLessThan(1e-4));
    },
  );

  test("what is given stays, and the rest is fitted to it", () => {
    const model = { market: 5000, innovation: 0.02, imitation: 0.45 };
    const sales = [...bassForecast(model, 9)];
    sales[3] = NaN;
    for (const name of ["market", "innovation", "imitation"] as const) {
      const fit = fitBass(sales, { [name]: model[name] });
      expect(fit[name]).toBe(model[name]);
      expect(fit.sumOfSquares).toBeLessThan(1e-6);
    }
    expect(fitBass(sales, model)).toMatchObject(model);
    expect(bassDiffusion({ ...model, h: 4 }).cumulative[3]).toBeCloseTo(5000 * bassShare(0.02, 0.45, 4), 9);
    const peak = bassPeak(model);
    const rate = (time: number) => bassShare(0.02, 0.45, time + 0.01) - bassShare(0.02, 0.45, time - 0.01);
    expect(rate(peak)).toBeGreaterThan(Math.max(rate(peak - 0.1), rate(peak + 0.1)));
    expect(bassPeak({ ...model, imitation: 0.01 })).toBe(0);
    expect(() => bassDiffusion({ market: 100, innovation: 0.03, h: 2 })).toThrow(
      "imitation must be given where there are no sales to fit it to, got a blank",
    );
    expect(() => fitBass([1, 2, 4, 8, 16, 32])).toThrow("sales must have slowed down to tell the market");
    expect(() => fitBass([1, 2, 4, 8, 16, 32], { market: 60 })).toThrow(
      "market must be at least what was sold so far (63), got 60",
    );
    expect(fitBass([1, 2, 4, 8, 16, 32], { market: 500 }).imitation).toBeGreaterThan(0.5);
  });

  test("a curve is found again from its own sales; the market scales with the sales", () => {
    const model = { market: 5000, innovation: 0.02, imitation: 0.45 };
    const sales = bassForecast(model, 14);
    const fit = fitBass(sales);
    expect(fit.market).toBeCloseTo(5000, 2);
    expect(fit.innovation).toBeCloseTo(0.02, 6);
    expect(fitBass(sales.map((units) => 8 * units)).market).toBeCloseTo(40_000, 1);
    expect(() => fitBass([1, 2, 3])).toThrow("sales must hold at least 4 periods, got 3");
    expect(() => fitBass([0, 0, 0, 0])).toThrow("sales must sum to more than 0");
    expect(() => bassForecast({ ...model, innovation: 0 }, 3)).toThrow("innovation must be above 0, got 0");
  });

  test("nobody buys twice: sales never sum to more than the market, and reach it in the end", () => {
    const rate = fc.double({ min: 0.001, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (innovation, imitation) => {
        const sales = bassForecast({ market: 100, innovation, imitation }, 50);
        const total = sales.reduce((sum, units) => sum + units, 0);
        expect(total).toBeLessThanOrEqual(100 + 1e-9);
        expect(Math.min(...sales)).toBeGreaterThanOrEqual(0);
        expect(bassShare(innovation, imitation, 1e5)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("analogues", () => {
  test("scale scales, the ramp ends in full sales, order and launch dates do not matter", () => {
    const sales = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(sales, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (analogues, wait) => {
          const plain = analogueForecast({ analogues, scale: 1, h: 6 });
          const later = analogues.map((one) => [...new Array(wait).fill(NaN), ...one]).reverse();
          const ramped = analogueForecast({ analogues: later, scale: 3, h: 6, ramp: [0.5, 0.75] });
          const shares = [0.5, 0.75, 1, 1, 1, 1];
          ramped.forEach((units, t) => expect(units).toBeCloseTo(3 * plain[t] * shares[t], 9));
        },
      ),
    );
  });
  test("a period that no analogue knows is an error, wherever it lies", () => {
    expect(() => analogueForecast({ analogues: [[1, NaN, 3]], scale: 1, h: 3 })).toThrow(
      "analog must hold a number for each of the 3 periods of h, got nothing in period 2",
    );
    expect(
      analogueForecast({
        analogues: [
          [1, NaN, 3],
          [3, 5, 7],
        ],
        scale: 1,
        h: 3,
      }),
    ).toEqual([2, 5, 5]);
  });
});

describe("launches matched by attributes", () => {
  /** Sales follow the price class and the region where `matters`, else chance alone. */
  function market(matters: boolean, seed: number) {
    const { normal, uniform } = random(seed);
    const launch = () => {
      const price = 1 + Math.floor(4 * uniform());
      const region = uniform() < 0.5 ? "north" : "south";
      const level = matters ? 60 * price * (region === "north" ? 1.6 : 0.8) : 150 * Math.exp(normal(0, 0.5));
      const sales = Array.from(
        { length: 12 },
        (_, t) => level * (1 - 0.7 ** (t + 1)) * Math.exp(normal(0, 0.2)),
      );
      return { attributes: [price, region], sales };
    };
    return { launches: Array.from({ length: 30 }, launch), next: Array.from({ length: 40 }, launch) };
  }
  function score({ launches, next }: ReturnType<typeof market>) {
    const answers = next.map(({ attributes }) =>
      matchedForecast({ attributes, launches, nearest: 3, h: 12 }),
    );
    const actual = next.flatMap(({ sales }) => sales);
    const all = analogueForecast({ analogues: launches.map(({ sales }) => sales), scale: 1, h: 12 });
    return {
      matched: wape(
        actual,
        answers.flatMap(({ forecast }) => forecast),
      ),
      mean: wape(
        actual,
        next.flatMap(() => all),
      ),
      weight: answers[0].weight,
    };
  }
  test("where attributes tell, they are believed, and the error falls", () => {
    const { matched, mean, weight } = score(market(true, 8));
    // Measured: .208 against .502, weight .95.
    expect(weight).toBeGreaterThan(0.8);
    expect(matched / mean).toBeLessThan(0.6);
  });
  test("where they tell nothing, the mean of all stands", () => {
    const { matched, mean, weight } = score(market(false, 9));
    // Measured: weight 0, so the same.
    expect(weight).toBeLessThan(0.3);
    expect(matched / mean).toBeLessThan(1.03);
  });
  test("near is near: numbers by range, texts by being the same, ties in order", () => {
    const launches = [
      { attributes: [10, "a"], sales: [1] },
      { attributes: [20, "b"], sales: [2] },
      { attributes: [10, "a"], sales: [3] },
    ];
    const { near, weight, forecast } = matchedForecast({ attributes: [12, "a"], launches, nearest: 2, h: 1 });
    expect(near).toEqual([
      { launch: 0, distance: 0.1 },
      { launch: 2, distance: 0.1 },
    ]);
    // Three launches teach nothing, so their mean it is.
    expect({ weight, forecast }).toEqual({ weight: 0, forecast: [2] });
    expect(() => matchedForecast({ attributes: [1], launches, nearest: 2, h: 1 })).toThrow(
      "launches must each have as many attributes",
    );
    expect(() => matchedForecast({ attributes: [1, "a"], launches, nearest: 2, h: 4 })).toThrow(
      "launches must reach over the 4 periods",
    );
  });
});

describe("change-over", () => {
  test.each(known.changes)(
    "factor $factor: the share equals statsmodels' binomial fit",
    ({ old, factor, share, ...rest }) => {
      const total = [100, 90, 80, 100, 90, 80];
      const split = changeOver({ old, new: rest.new, factor, total });
      split.share.forEach((one, t) => expect(Math.abs(one - share[t])).toBeLessThanOrEqual(1e-9));
      total.forEach((units, t) => expect(split.new[t] + factor * split.old[t]).toBeCloseTo(units, 9));
    },
  );

  test("half way through, the split of the joint forecast beats two forecasts by far", () => {
    const { normal, uniform } = random(21);
    let [joint, apart, total] = [0, 0, 0];
    for (let item = 0; item < 60; item++) {
      const middle = 14 + 4 * uniform();
      const speed = 0.4 + 0.5 * uniform();
      const demand = Array.from({ length: 26 }, () => 200 * (1 + normal(0, 0.08)));
      const taken = demand.map((_, t) => (t < 10 ? 0 : 1 / (1 + Math.exp(-speed * (t - middle)))));
      const fresh = demand.map((units, t) => (t < 10 ? NaN : units * taken[t]));
      const gone = demand.map((units, t) => units * (1 - taken[t]));
      const past = (series: readonly number[]) => series.slice(0, 18);
      const level = (series: readonly number[]) =>
        fitSmoothing(
          series.filter((units) => !Number.isNaN(units)),
          { trend: false, season: "N", seasonLength: 1, phi: 1 },
          {},
        ).forecast(8);
      const both = past(demand);
      const split = changeOver({ old: past(gone), new: past(fresh), factor: 1, total: level(both) });
      const [single, successor] = [level(past(gone)), level(past(fresh))];
      for (let ahead = 0; ahead < 8; ahead++) {
        const [was, is] = [gone[18 + ahead], fresh[18 + ahead]];
        joint += Math.abs(split.old[ahead] - was) + Math.abs(split.new[ahead] - is);
        apart += Math.abs(single[ahead] - was) + Math.abs(successor[ahead] - is);
        total += was + is;
      }
    }
    // Measured: .068 against .650 for two smoothed levels.
    expect(joint / total).toBeLessThan(0.15);
    expect(apart / total).toBeGreaterThan(0.3);
  });

  test("a share that is whole from the start stays whole; too little since launch is said", () => {
    const whole = changeOver({ old: [9, 0, 0, 0, 0], new: [NaN, 8, 9, 8, 9], factor: 1, total: [9, 9] });
    whole.share.forEach((share) => expect(share).toBeGreaterThan(0.99));
    expect(() => changeOver({ old: [9, 9, 5], new: [NaN, NaN, 4], factor: 1, total: [9] })).toThrow(
      "new must hold at least 3 periods since launch, got 1",
    );
    expect(() => changeOver({ old: [9, 9, 5, -1], new: [NaN, 1, 2, 4], factor: 1, total: [9] })).toThrow(
      "must not be negative",
    );
  });

  test("shares are shares, whatever the histories", () => {
    const units = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(units, units), { minLength: 3, maxLength: 20 }),
        fc.constantFrom(0.5, 1, 6),
        (pairs, factor) => {
          const history = { old: pairs.map(([one]) => one + 1), new: pairs.map(([, one]) => one + 1) };
          const { share } = changeOver({ ...history, factor, total: [10, 10, 10] });
          for (const one of share) {
            expect(one).toBeGreaterThanOrEqual(0);
            expect(one).toBeLessThanOrEqual(1);
          }
          // One way only: share moves in one direction.
          expect((share[1] - share[0]) * (share[2] - share[1])).toBeGreaterThanOrEqual(-1e-15);
        },
      ),
    );
  });
});
