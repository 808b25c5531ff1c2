import { countedDemand, slowMoverPrior } from "../../../src/engine/forecast";
import { uniformDraws } from "../../../src/engine/math/random";

/** Chance of demand about 0.3, from 0.1 to 0.5; sizes geometric with mean about 4, from 2 to 8. */
function items(count: number, periods: number) {
  const draw = uniformDraws(3);
  return Array.from({ length: count }, () => {
    const [chance, mean] = [0.1 + 0.4 * draw(), 2 * 4 ** draw()];
    return Array.from({ length: periods }, () =>
      draw() < chance ? 1 + Math.floor(Math.log(1 - draw()) / Math.log(1 - 1 / mean)) : 0,
    );
  });
}

test("what was planted is found: chances uniform on 0.1 to 0.5, mean sizes log-uniform on 2 to 8, sizes geometric", () => {
  const prior = slowMoverPrior(items(4000, 36));
  expect(prior?.share).toBeCloseTo(0.3, 1);
  // Variance 0.4^2 / 12; a beta variable of that variance is worth 0.3 x 0.7 / variance - 1 periods.
  expect(prior?.shareWorth).toBeGreaterThan(13);
  expect(prior?.shareWorth).toBeLessThan(16.5);
  expect(prior?.logSize).toBeCloseTo(Math.log(4), 1);
  expect(Math.abs((prior?.logSizeVariance ?? 0) - Math.log(4) ** 2 / 12)).toBeLessThan(0.05);
  // Mean of 1 - 1/m over the observations.
  expect(prior?.sizeVariation).toBeGreaterThan(0.6);
  expect(prior?.sizeVariation).toBeLessThan(0.85);
  expect(prior?.sizeSpread).toBeLessThan(1.25);
});

test("units do not matter: dozens instead of pieces shift the logarithm of sizes and nothing else", () => {
  const pieces = items(50, 24);
  const dozens = pieces.map((history) => history.map((units) => 12 * units));
  const [one, twelve] = [slowMoverPrior(pieces), slowMoverPrior(dozens)];
  if (one === undefined || twelve === undefined) throw new Error("a prior was expected");
  expect(twelve.logSize).toBeCloseTo(one.logSize + Math.log(12), 9);
  expect(twelve.sizeSpread).toBeCloseTo(one.sizeSpread, 9);
  const [few, many] = [countedDemand(pieces[0], one)([3]), countedDemand(dozens[0], twelve)([3])];
  expect(many.mean / few.mean).toBeCloseTo(12, 9);
});

test("fewer than 20 items with demand tell nothing", () => {
  expect(slowMoverPrior(items(19, 24))).toBeUndefined();
  const silent = Array.from({ length: 30 }, () => new Array<number>(24).fill(0));
  expect(slowMoverPrior([...items(19, 24), ...silent])).toBeUndefined();
});

test("an item that has shown little is taken to be as others are: its mean moves to theirs, the less the more it has shown", () => {
  const prior = slowMoverPrior(items(200, 36));
  const lucky = [0, 0, 9, 0, 0, 0, 0, 8];
  const towards = (history: readonly number[]) => {
    const own = countedDemand(history)([1]).mean;
    return countedDemand(history, prior)([1]).mean / own;
  };
  const often = Array.from({ length: 12 }, () => lucky).flat();
  expect(towards(lucky)).toBeLessThan(0.85);
  expect(towards(often)).toBeGreaterThan(towards(lucky) + 0.05);
  const meagre = lucky.map((units) => (units > 0 ? 1 : 0));
  expect(towards(meagre)).toBeGreaterThan(1.3);
});
