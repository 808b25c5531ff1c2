import { etsForms, formCode, hasSeason, hasTrend, isDamped } from "../../../src/engine/forecast/ets/form";
import { EtsPass } from "../../../src/engine/forecast/ets/recursion";
import { Sensitivity } from "../../../src/engine/forecast/ets/sensitivity";

const season = 4;
const y = Float64Array.from({ length: 22 }, (_, t) =>
  t === 9 ? NaN : (1 + 0.01 * t) * (1 + 0.3 * Math.sin(1.6 * t)) + 0.1 * Math.cos(7 * t * t),
);

/** Parameters in the order of Sensitivity, with a starting state that is off so that every derivative matters. */
function parameters(form: (typeof etsForms)[number]): number[] {
  return [
    0.3,
    ...(hasTrend(form) ? [0.4] : []),
    ...(hasSeason(form) ? [0.25] : []),
    ...(isDamped(form) ? [0.9] : []),
    1.1,
    ...(hasTrend(form) ? [form.trend.startsWith("A") ? 0.02 : 1.015] : []),
    ...(form.season === "A" ? [0.2, 0.1, -0.2] : form.season === "M" ? [1.2, 1.05, 0.85] : []),
  ];
}

test.each(etsForms.map((form) => [formCode(form), form] as const))(
  "%s: J'r is half the slope of the sum of squares by central differences, to 1e-6",
  (_, form) => {
    const pass = new EtsPass(y, form, season);
    const by = new Sensitivity(pass, isDamped(form));
    const at = parameters(form);
    expect(at).toHaveLength(by.size);
    const share = (column: number, otherwise: number, from: number[]) =>
      column < 0 ? otherwise : from[column];
    const value = (from: number[]): number => {
      const states = from.slice(by.level);
      if (hasSeason(form)) {
        const others = from.slice(by.season).reduce((sum, each) => sum + each, 0);
        states.push((form.season === "M" ? season : 0) - others);
      }
      const [beta, gamma] = [share(by.beta, 0, from), share(by.gamma, 0, from)];
      const alpha = from[0];
      expect(pass.run(alpha, alpha * beta, (1 - alpha) * gamma, share(by.phi, 1, from), states, 0)).toBe(
        true,
      );
      return pass.sumOfSquares * Math.exp((2 * pass.sumOfLogs) / pass.observed);
    };
    value(at);
    const products = new Float64Array(by.size ** 2);
    const slopes = new Float64Array(by.size);
    by.accumulate(
      at[0],
      share(by.beta, 0, at),
      share(by.gamma, 0, at),
      share(by.phi, 1, at),
      products,
      slopes,
    );
    const largest = Math.max(...slopes.map(Math.abs));
    for (let i = 0; i < by.size; i++) {
      const width = 1e-5;
      const moved = (to: number) => value(at.map((each, j) => (j === i ? each + to : each)));
      const slope = (moved(width) - moved(-width)) / (2 * width);
      expect(Math.abs(2 * slopes[i] - slope)).toBeLessThan(1e-6 * largest);
      expect(products[i * by.size + i]).toBeGreaterThan(0);
    }
  },
);
