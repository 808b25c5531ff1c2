import { PlanningError, insufficientData } from "../../errors";
import { linkHistory, type Series } from "../../demand";

export interface ChangeOverRequest {
  /** Histories period by period; NaN where there was none, such as before launch. */
  readonly old: Series;
  readonly new: Series;
  /** Units of the successor that serve for one of the predecessor. */
  readonly factor: number;
  /** Forecast of both together, in units of the successor, such as one of the linked history. */
  readonly total: readonly number[];
}

export interface ChangeOver {
  /** In units of each. */
  readonly old: number[];
  readonly new: number[];
  /** Share of the successor in each period of the forecast, 0 to 1. */
  readonly share: number[];
}

/** Fewer periods since launch do not tell how fast the successor takes over. */
const fewestPeriods = 3;

/**
 * Forecast of a predecessor and its successor while one replaces the other: the joint forecast, split by a logistic curve fitted to
 * the successor's share since its launch. Each alone is a trend that ends; their sum has none and forecasts well.
 * Source: Fisher and Pry (1971) for the curve; fitted by binomial likelihood, McCullagh and Nelder (1989), ch. 4.
 */
export function changeOver({ old, factor, total, ...rest }: ChangeOverRequest): ChangeOver {
  const joint = linkHistory({ old, new: rest.new, factor, share: 1 });
  const launch = rest.new.findIndex((units) => units > 0);
  const points = joint.flatMap((units, t) => {
    const known = launch !== -1 && t >= launch && units > 0;
    return known ? [{ t, trials: units, hits: Number.isNaN(rest.new[t]) ? 0 : rest.new[t] }] : [];
  });
  if (points.length < fewestPeriods) {
    const rule = `must hold at least ${fewestPeriods} periods since launch`;
    throw insufficientData("new", rule, points.length);
  }
  if (points.some(({ trials, hits }) => hits < 0 || hits > trials)) {
    throw new PlanningError("invalid-input", "old", "old and new must not be negative since launch");
  }
  const { intercept, slope } = fitLogistic(points);
  const share = total.map((_, ahead) => logistic(intercept + slope * (joint.length + ahead)));
  return {
    share,
    new: total.map((units, i) => units * share[i]),
    old: total.map((units, i) => (units * (1 - share[i])) / factor),
  };
}

interface Point {
  readonly t: number;
  readonly trials: number;
  readonly hits: number;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * Newton's method on the binomial likelihood of two parameters, time centred and step halved where the likelihood would fall. A
 * thousandth of a period's trials, half of them hits, stands at either end, so that a share that is 0 or 1 throughout has a finite
 * answer.
 */
function fitLogistic(points: readonly Point[]): { readonly intercept: number; readonly slope: number } {
  const centre = points.reduce((sum, { t }) => sum + t, 0) / points.length;
  const weight = points.reduce((sum, { trials }) => sum + trials, 0) / points.length / 1000;
  const ends = [points[0].t, points[points.length - 1].t].map((t) => ({
    t,
    trials: weight,
    hits: weight / 2,
  }));
  const all = [...points, ...ends].map(({ t, ...point }) => ({ ...point, t: t - centre }));
  const likelihood = (a: number, b: number) =>
    all.reduce((sum, { t, trials, hits }) => sum + hits * (a + b * t) - trials * softplus(a + b * t), 0);
  let [a, b] = [0, 0];
  for (let iteration = 0; iteration < 100; iteration++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const { t, trials, hits } of all) {
      const p = logistic(a + b * t);
      const curvature = trials * p * (1 - p);
      ga += hits - trials * p;
      gb += (hits - trials * p) * t;
      haa += curvature;
      hab += curvature * t;
      hbb += curvature * t * t;
    }
    const determinant = haa * hbb - hab * hab;
    if (!(determinant > 0)) break;
    const [da, db] = [(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant];
    const before = likelihood(a, b);
    let step = 1;
    while (step > 1e-9 && !(likelihood(a + step * da, b + step * db) >= before)) step /= 2;
    a += step * da;
    b += step * db;
    if (Math.abs(step * da) + Math.abs(step * db) < 1e-12) break;
  }
  return { intercept: a - b * centre, slope: b };
}

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
