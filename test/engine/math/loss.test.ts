import {
  exponentialLossFunctions,
  gammaLossFunctions,
  lognormalLossFunctions,
  negativeBinomialLossFunctions,
  normalLossFunctions,
  poissonLossFunctions,
  uniformLossFunctions,
  type LossFunctions,
} from "../../../src/engine/math/loss";
import known from "../../reference/loss.json";

const distributions: Record<string, (first: number, second: number) => LossFunctions> = {
  NORMAL: normalLossFunctions,
  GAMMA: gammaLossFunctions,
  LOGNORMAL: lognormalLossFunctions,
  EXPONENTIAL: exponentialLossFunctions,
  UNIFORM: uniformLossFunctions,
  POISSON: poissonLossFunctions,
  NBINOM: negativeBinomialLossFunctions,
};

/** Relative, with room for what one rounding of x itself does far out in a tail. */
function expectRelative(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * Math.abs(expected) + Number.MIN_VALUE);
}

describe("against 400 digits, relative 1e-11 in both tails", () => {
  test.each(known.cases as [string, number[], number, number[]][])(
    "%s %j at %d",
    (kind, [first, second], x, [short, left, shortSecond, cdf]) => {
      const demand = distributions[kind](first, second);
      expectRelative(demand.short(x), short);
      expectRelative(demand.left(x), left);
      expectRelative(demand.shortSecond(x), shortSecond);
      expectRelative(demand.cdf(x), cdf);
    },
  );
});

describe("laws", () => {
  const demands: LossFunctions[] = [
    normalLossFunctions(40, 12),
    gammaLossFunctions(3, 14),
    lognormalLossFunctions(3.5, 0.4),
    exponentialLossFunctions(40),
    uniformLossFunctions(10, 70),
    poissonLossFunctions(40),
    negativeBinomialLossFunctions(5, 0.1),
  ];
  test.each(demands)("short less left is mean less x; short falls, left rises (%#)", (demand) => {
    let before = Infinity;
    for (let x = -5; x < 150; x += 1.3) {
      const short = demand.short(x);
      expect(short - demand.left(x)).toBeCloseTo(demand.mean - x, 9);
      expect(short).toBeLessThanOrEqual(before);
      before = short;
    }
  });
  test.each(demands)(
    "the slope of the loss is the chance of a shortage, that of the second order the loss (%#)",
    (demand) => {
      const discrete = demand.cdf(41.3) === demand.cdf(41.6);
      for (const x of [12, 39, 45, 66]) {
        const h = discrete ? 1 : 1e-4;
        expect((demand.short(x) - demand.short(x + h)) / h).toBeCloseTo(1 - demand.cdf(x), discrete ? 9 : 3);
        // For whole x, n2(x) - n2(x + 1) = n(x + 1).
        const loss = discrete ? demand.short(x + 1) : demand.short(x + h / 2);
        expect((demand.shortSecond(x) - demand.shortSecond(x + h)) / h).toBeCloseTo(loss, discrete ? 9 : 5);
      }
    },
  );
  test("a certain demand", () => {
    const { short, left, cdf, shortSecond } = normalLossFunctions(7, 0);
    expect([short(5), left(5), short(9), left(9), cdf(6.9), cdf(7), shortSecond(5)]).toEqual([
      2, 0, 0, 2, 0, 1, 2,
    ]);
  });
  test("parameters that make no distribution are named", () => {
    expect(() => poissonLossFunctions(0)).toThrow("mean must be above 0 for POISSON, got 0");
    expect(() => gammaLossFunctions(-1, 2)).toThrow("shape must be above 0, got -1");
    expect(() => uniformLossFunctions(5, 5)).toThrow("high must be above low (5), got 5");
    expect(() => negativeBinomialLossFunctions(2, 1)).toThrow("p must be between 0 and 1, got 1");
  });
});
