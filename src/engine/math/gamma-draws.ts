import { normalDraws, uniformDraws } from "./random";

/** Draws of a gamma distribution with any shape above 0, settled by a seed. Source: Marsaglia and Tsang (2000). */
export function gammaDraws(seed: number): (shape: number, scale: number) => number {
  const normal = normalDraws(seed);
  const uniform = uniformDraws(seed + 1);
  const draw = (shape: number, scale: number): number => {
    if (shape < 1) return draw(shape + 1, scale) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return scale * d * v;
    }
  };
  return draw;
}
