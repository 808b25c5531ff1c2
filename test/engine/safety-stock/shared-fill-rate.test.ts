import { countedService, returnFor, returns, sharedFillRates } from "../../../src/engine/safety-stock";

const sizesAt = (chances: readonly number[], periods: number) => {
  let sum = [1];
  for (let t = 0; t < periods; t++) {
    const next = new Array<number>(sum.length + chances.length - 1).fill(0);
    sum.forEach((a, i) => chances.forEach((b, j) => (next[i + j] += a * b)));
    sum = next;
  }
  return { unit: 1, probabilities: Float64Array.from(sum) };
};
const [leadTime, lot] = [3, 4];
const demands = [
  [0.8, 0.1, 0, 0, 0.1],
  [0.5, 0.3, 0.1, 0.1],
  [0.9, 0, 0, 0, 0, 0, 0, 0, 0.1],
];
const services = demands.map((one) =>
  countedService({ leadTime: sizesAt(one, leadTime), protection: sizesAt(one, leadTime + 1), lot }),
);
const means = demands.map((one) => one.reduce((sum, chance, k) => sum + k * chance, 0));

/** Stock left before the next arrival, and units short in a review, by summing over positions and demands: the definition. */
function stockAndShort(item: number, reorderPoint: number) {
  const [before, after] = [sizesAt(demands[item], leadTime), sizesAt(demands[item], leadTime + 1)];
  const expected = (span: typeof before, of: (units: number) => number) =>
    span.probabilities.reduce((sum, chance, k) => sum + chance * of(k), 0);
  let [stock, short] = [0, 0];
  for (let position = reorderPoint + 1; position <= reorderPoint + lot; position++) {
    stock += expected(after, (k) => Math.max(0, position - k)) / lot;
    const lacked = (k: number) => Math.max(0, k - position) / lot;
    short += expected(after, lacked) - expected(before, lacked);
  }
  return { stock, short };
}

test("stock ends where its next unit would save less than the return, and no unit earlier", () => {
  for (const [item, service] of services.entries()) {
    for (const least of [0.5, 0.1, 0.02, 0.003]) {
      const reorderPoint = service.forReturn(least);
      const saved = (from: number) => {
        const [here, next] = [stockAndShort(item, from), stockAndShort(item, from + 1)];
        return (here.short - next.short) / (next.stock - here.stock);
      };
      expect(saved(reorderPoint)).toBeLessThanOrEqual(least + 1e-9);
      if (reorderPoint > 0) expect(saved(reorderPoint - 1)).toBeGreaterThan(least - 1e-9);
    }
  }
});

test("no other reorder points of as much stock lack less together", () => {
  for (const least of [0.1, 0.02]) {
    const chosen = services.map((service) => service.forReturn(least));
    const total = (points: readonly number[]) =>
      points
        .map((point, item) => stockAndShort(item, point))
        .reduce((sum, { stock, short }) => ({ stock: sum.stock + stock, short: sum.short + short }));
    const ours = total(chosen);
    for (let a = -4; a <= 4; a++)
      for (let b = -4; b <= 4; b++)
        for (let c = -4; c <= 4; c++) {
          const others = [chosen[0] + a, chosen[1] + b, chosen[2] + c];
          if (others.some((point) => point < 0)) continue;
          const { stock, short } = total(others);
          if (stock <= ours.stock) expect(short).toBeGreaterThanOrEqual(ours.short - 1e-9);
        }
  }
});

test("items reach a fill rate together: units served of units demanded, at the highest return that does", () => {
  const fillRates = sharedFillRates(
    services.map((service, item) => ({
      demand: means[item],
      fillRates: returns.map((least) => service.fillRate(service.forReturn(least))),
    })),
  );
  const [place, total] = [returnFor(0.9, fillRates), means[0] + means[1] + means[2]];
  const served = (at: number) =>
    services.reduce((sum, one, i) => sum + means[i] * one.fillRate(one.forReturn(returns[at])), 0) / total;
  expect(served(place)).toBeGreaterThanOrEqual(0.9);
  expect(served(place - 1)).toBeLessThan(0.9);
  expect(returnFor(0, fillRates)).toBe(0);
  expect(returnFor(1, [0.2, 0.5, 0.9])).toBe(2);
});
