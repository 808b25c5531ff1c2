import { PlanningError } from "../../errors";
import { formName } from "./form";
import { normalDraws } from "../../math/random";
import type { EtsModel } from "./model";

const paths = 5000;

/**
 * Quantiles of simulated futures, period by period: normal errors, none below -1 where they are relative, as in Hyndman et al. (2008),
 * section 6.1. The same seed gives the same numbers. A path whose multiplicative trend breaks down is drawn again.
 */
export function simulatedQuantiles(
  model: EtsModel,
  horizon: number,
  probabilities: readonly number[],
  seed: number,
): number[][] {
  const draw = normalDraws(seed);
  const outcomes = Array.from({ length: horizon }, () => new Float64Array(paths));
  const path = new Float64Array(horizon);
  let broken = 0;
  for (let i = 0; i < paths;) {
    if (!simulatePath(model, draw, path)) {
      if (++broken > paths) {
        const message = `demand must fit a form whose futures stay finite, got ${formName(model.form)}`;
        throw new PlanningError("no-solution", "demand", message);
      }
      continue;
    }
    for (let h = 0; h < horizon; h++) outcomes[h][i] = path[h];
    i++;
  }
  return outcomes.map((values) => {
    values.sort();
    return probabilities.map((probability) => quantile(values, probability));
  });
}

/** One future, in place; `draw` gives errors in standard deviations. False where it breaks down. */
export function simulatePath(model: EtsModel, draw: () => number, path: Float64Array): boolean {
  const { form, weights, end, season: m } = model;
  const { alpha, beta, gamma, phi } = weights;
  const sd = Math.sqrt(model.variance);
  const seasonal = [...end.seasonal];
  let { level, trend } = end;
  for (let h = 0; h < path.length; h++) {
    const place = h % m;
    const damped = form.trend.startsWith("M") ? Math.pow(trend, phi) : phi * trend;
    const base = form.trend.startsWith("M") ? level * damped : level + damped;
    const season = form.season === "N" ? 0 : seasonal[place];
    const mu = form.season === "M" ? base * season : base + season;
    const error = form.error === "A" ? sd * draw() : mu * Math.max(-1, sd * draw());
    path[h] = mu + error;
    const shift = form.season === "M" ? error / season : error;
    if (form.trend.startsWith("A")) trend = damped + beta * shift;
    else if (form.trend.startsWith("M")) trend = damped + (beta * shift) / level;
    level = base + alpha * shift;
    if (form.season === "A") seasonal[place] = season + gamma * error;
    else if (form.season === "M") seasonal[place] = season + (gamma * error) / base;
    if (!Number.isFinite(path[h]) || !Number.isFinite(level) || (form.trend.startsWith("M") && !(trend >= 0)))
      return false;
  }
  return true;
}

/** Median-unbiased quantile of sorted values: Hyndman and Fan's (1996) definition 8. */
function quantile(sorted: Float64Array, probability: number): number {
  const position = (sorted.length + 1 / 3) * probability + 1 / 3;
  const below = Math.min(sorted.length, Math.max(1, Math.floor(position)));
  const above = Math.min(sorted.length, below + 1);
  const share = Math.min(1, Math.max(0, position - below));
  return sorted[below - 1] + share * (sorted[above - 1] - sorted[below - 1]);
}
