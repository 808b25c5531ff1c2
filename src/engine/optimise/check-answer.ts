import { activities, type LinearModel } from "./linear-model";

/** Share of the numbers involved by which an answer may miss a bound: solvers' tolerances are absolute, models are not scaled. */
const tolerance = 1e-6;

/** The first bound, wholeness or rule that these decisions break, in words; undefined where they keep all. */
export function brokenBy(model: LinearModel, values: ArrayLike<number>): string | undefined {
  const { decisions, rules } = model;
  for (const [j, { name, lower, upper, whole }] of decisions.entries()) {
    const value = values[j];
    const slack = tolerance * (1 + Math.abs(value));
    if (!Number.isFinite(value)) return `${name} is no number`;
    if (value < lower - slack) return `${name} is ${value}, below ${lower}`;
    if (value > upper + slack) return `${name} is ${value}, above ${upper}`;
    if (whole && Math.abs(value - Math.round(value)) > tolerance) return `${name} is ${value}, not whole`;
  }
  const sums = activities(model, values);
  for (const [i, { name, lower, upper }] of rules.entries()) {
    const limit = Math.max(
      lower === -Infinity ? 0 : Math.abs(lower),
      upper === Infinity ? 0 : Math.abs(upper),
    );
    const slack = tolerance * (1 + limit);
    if (sums[i] < lower - slack) return `${name} comes to ${sums[i]}, below ${lower}`;
    if (sums[i] > upper + slack) return `${name} comes to ${sums[i]}, above ${upper}`;
  }
  return undefined;
}
