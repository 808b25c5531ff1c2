import { invalidInput } from "../errors";

/**
 * Share of safety stock saved when sites with these standard deviations share one stock: 1 less the sd of the sum over the sum of the
 * sds, any two sites correlated alike (Eppen 1979).
 */
export function poolingSaving(sds: readonly number[], correlation: number): number {
  const total = sds.reduce((sum, sd) => sum + sd, 0);
  if (!(total > 0)) throw invalidInput("sds", "must hold one above 0", total);
  const squares = sds.reduce((sum, sd) => sum + sd * sd, 0);
  const variance = squares + correlation * (total * total - squares);
  if (variance < -1e-12 * squares) {
    const least = -squares / (total * total - squares);
    throw invalidInput("correlation", `must be at least ${least.toPrecision(4)} for these sds`, correlation);
  }
  return 1 - Math.sqrt(Math.max(0, variance)) / total;
}
