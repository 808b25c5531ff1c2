import { autoForecast, forecastMethods } from "../../../src/engine/forecast";
import { scoreSet } from "../../bench/accuracy/scores";
import { madeUpSeries } from "../../bench/accuracy/planner-series";

/**
 * A quick look that the accuracy told in docs/accuracy.md has not been lost: seeded series, so that the same code has the same numbers. The
 * bounds leave room for changes of taste, not for a method that stopped to work.
 */
const series = madeUpSeries(12);
const sets = [...new Set(series.map(({ set }) => set))];

describe.each(sets)("%s", (set) => {
  const members = series.filter((one) => one.set === set);
  const auto = scoreSet(
    members,
    members.map(({ train, m, h }) => {
      const found = autoForecast({ series: train, season: m }, { horizon: h });
      return { point: found.forecast, ...found.interval(0.95), seconds: 0 };
    }),
  );
  test("AUTO beats Naive2 by a twentieth, and is no worse than its kind", () => {
    const alone = forecastMethods
      .filter(({ id }) => id === "ETS" || id === "STM")
      .map((method) => {
        const answers = members.map(({ train, m, h }) => {
          const fit = method.fit({ series: train, season: m });
          return { point: fit.forecast(h), ...fit.interval(h, 0.95), seconds: 0 };
        });
        return scoreSet(members, answers).owa;
      });
    expect(auto.owa).toBeLessThan(0.95);
    expect(auto.owa).toBeLessThan(Math.min(...alone) + 0.05);
  });
  test("95 % intervals hold about 95 %, with little bias", () => {
    expect(auto.coverage).toBeGreaterThan(0.9);
    expect(auto.coverage).toBeLessThan(0.995);
    expect(Math.abs(auto.bias)).toBeLessThan(0.08);
  });
});
