import { invalidInput } from "../errors";

/**
 * Share of safety stock saved when sites with these standard deviations share one stock: 1 less the sd of the sum over the sum of the
 * sds, any two sites correlated alike (Eppen 1979). No n sites can all be correlated by less than -1 / (n - 1).
 */
export function poolingSaving(sds: readonly number[], correlation: number): number {
  const total = sds.reduce((sum, sd) => sum + sd, 0);
  if (!(total > 0)) throw invalidInput("sds", "must hold one above 0", total);
  const uncertain = sds.filter((sd) => sd > 0).length;
  const least = -1 / Math.max(1, uncertain - 1);
  if (correlation < least - 1e-12) {
    throw invalidInput("correlation", `must be at least ${shown(least)} for ${uncertain} sites`, correlation);
  }
  const squares = sds.reduce((sum, sd) => sum + sd * sd, 0);
  const variance = squares + correlation * (total * total - squares);
  return 1 - Math.sqrt(Math.max(0, variance)) / total;
}

function shown(fraction: number): string {
  return String(Number(fraction.toFixed(4)));
}
