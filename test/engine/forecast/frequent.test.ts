import { frequentDemand } from "../../../src/engine/forecast/lead-time-demand/frequent";

const demand = Float64Array.of(4, 2, 7, 3, 5, 1, 6, 4, 9, 2, 3, 5);
const probabilities = [0.05, 0.5, 0.8, 0.9, 0.95, 0.99];

describe("demand in most periods, its mean in doubt", () => {
  test.each([
    [1, 4.2725773434455, [1, 4, 6, 7, 9, 11]],
    [3, 12.8177320303365, [6, 12, 16, 19, 21, 25]],
  ])(
    "over %i periods: as scipy.stats.nbinom has it with the same discounted mean and variance",
    (periods, mean, quantiles) => {
      const found = frequentDemand(demand, periods);
      expect(found.mean).toBeCloseTo(mean, 9);
      expect(probabilities.map(found.quantile)).toEqual(quantiles);
    },
  );
  test("in dozens it is twelve times that in pieces", () => {
    const dozens = frequentDemand(
      demand.map((value) => 12 * value),
      3,
    );
    const pieces = frequentDemand(demand, 3);
    expect(probabilities.map(dozens.quantile)).toEqual(probabilities.map((p) => 12 * pieces.quantile(p)));
  });
  test("few periods widen it: the same demand twice over says more", () => {
    const twice = Float64Array.from([...demand, ...demand]);
    expect(frequentDemand(twice, 6).quantile(0.99)).toBeLessThan(frequentDemand(demand, 6).quantile(0.99));
  });
  test("a constant is certain", () => {
    const { mean, quantile } = frequentDemand(Float64Array.of(5, 5, 5), 2.5);
    expect([mean, quantile(0.01), quantile(0.99)]).toEqual([12.5, 12.5, 12.5]);
  });
});
