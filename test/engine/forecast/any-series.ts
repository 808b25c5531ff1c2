import fc from "fast-check";
import type { ForecastMethod } from "../../../src/engine/forecast";

/** Series as wild as cells may hold them: signs, zeros, blanks and sizes mixed, with at least this many observations. */
function anySeries(observations: number) {
  const value = fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constant(0),
    fc.constant(NaN),
    fc.integer({ min: 0, max: 1e9 }),
  );
  return fc
    .array(value, { minLength: observations, maxLength: 60 })
    .filter((series) => series.filter((x) => !Number.isNaN(x)).length >= observations);
}

/** Whatever the series, the forecasts of a method are finite and inside their finite interval. */
export function expectFiniteForecasts(method: ForecastMethod, observations: number): void {
  fc.assert(
    fc.property(anySeries(observations), fc.constantFrom(1, 4, 7, 12), (series, season) => {
      const fitted = method.fit({ series: Object.freeze(series), season });
      const { low, high } = fitted.interval(15, 0.9);
      fitted.forecast(15).forEach((point, i) => {
        expect(Number.isFinite(point + low[i] + high[i])).toBe(true);
        expect(point).toBeGreaterThanOrEqual(low[i]);
        expect(point).toBeLessThanOrEqual(high[i]);
      });
    }),
  );
}
