import { type EtsForm, hasSeason, hasTrend } from "./form";
import type { EtsModel } from "./model";

/** Exact means and variances of the coming periods, period by period. */
export interface Moments {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
}

/** Whether the moments are known in closed form; the other forms are simulated. */
export function hasMoments({ error, trend, season }: EtsForm): boolean {
  if (trend.startsWith("M")) return false;
  return error === "M" || season !== "M";
}

/** Means and variances of a form with `hasMoments`; `path` is its path without errors. */
export function moments(model: EtsModel, path: readonly number[]): Moments {
  if (model.form.season === "M") return seasonalProductMoments(model, path.length);
  return model.form.error === "A" ? linearMoments(model, path) : relativeErrorMoments(model, path);
}

/**
 * How far an error of one unit moves the forecast j periods later, c_j for j = 1, 2, ...: alpha + beta (phi + ... + phi^j), and gamma
 * when the season comes round (Hyndman et al. 2008, table 6.2).
 */
function responses(model: EtsModel, count: number): number[] {
  const { form, season, weights } = model;
  let power = 1;
  let sumOfPhi = 0;
  return Array.from({ length: count }, (_, i) => {
    power *= weights.phi;
    sumOfPhi += power;
    const comesRound = hasSeason(form) && (i + 1) % season === 0;
    return weights.alpha + (hasTrend(form) ? weights.beta * sumOfPhi : 0) + (comesRound ? weights.gamma : 0);
  });
}

/** Additive errors: sigma^2 (1 + sum of c_j^2). Hyndman et al. (2008), equation 6.11 (class 1). */
function linearMoments(model: EtsModel, path: readonly number[]): Moments {
  const c = responses(model, path.length);
  let sum = 1;
  const variance = path.map((_, i) => {
    const now = model.variance * sum;
    sum += c[i] * c[i];
    return now;
  });
  return { mean: path, variance };
}

/** Errors relative to the forecast, linear otherwise. Hyndman et al. (2008), equations 6.12 and 6.13 (class 2). */
function relativeErrorMoments(model: EtsModel, path: readonly number[]): Moments {
  const c = responses(model, path.length);
  const { variance: sigmaSquared } = model;
  const squares: number[] = [];
  const variance = path.map((mean, h) => {
    let carried = 0;
    for (let j = 1; j <= h; j++) carried += c[j - 1] * c[j - 1] * squares[h - j];
    squares[h] = mean * mean + sigmaSquared * carried;
    return (1 + sigmaSquared) * squares[h] - mean * mean;
  });
  return { mean: path, variance };
}

/**
 * Multiplicative error and season over a level with or without additive trend. Hyndman et al. (2008), section 6.3.3 (class 3), gives the
 * moments as Kronecker products; the same numbers come from following the second moments of (level, trend) times each pair
 * of season states, since one error moves level and trend by F + G e and the season met by 1 + gamma e. Normal errors: E e^4 = 3 sigma^4.
 */
function seasonalProductMoments(model: EtsModel, horizon: number): Moments {
  const { season: m, end, weights, variance: sigmaSquared, form } = model;
  const { alpha, beta, gamma, phi } = weights;
  const damping = hasTrend(form) ? phi : 0;
  const pairs = Array.from({ length: (m * (m + 1)) / 2 }, () => [0, 0, 0]);
  const firsts = end.seasonal.map((s) => [end.level * s, end.trend * s]);
  const pairOf = (i: number, j: number) =>
    pairs[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      const product = end.seasonal[i] * end.seasonal[j];
      pairOf(i, j).splice(
        0,
        3,
        end.level ** 2 * product,
        end.level * end.trend * product,
        end.trend ** 2 * product,
      );
    }
  }
  const mean: number[] = [];
  const variance: number[] = [];
  for (let h = 0; h < horizon; h++) {
    const met = h % m;
    const base = firsts[met][0] + damping * firsts[met][1];
    const own = pairOf(met, met);
    const square = own[0] + 2 * damping * own[1] + damping * damping * own[2];
    mean.push(base);
    variance.push((1 + sigmaSquared) * square - base * base);
    for (let i = 0; i < m; i++) {
      const first = firsts[i];
      const total = first[0] + damping * first[1];
      const turned = i === met ? gamma * sigmaSquared : 0;
      firsts[i] = [total * (1 + turned * alpha), damping * first[1] + turned * beta * total];
      for (let j = 0; j <= i; j++) {
        const times = Number(i === met) + Number(j === met);
        const pair = pairOf(i, j);
        const all = pair[0] + 2 * damping * pair[1] + damping * damping * pair[2];
        const half = damping * (pair[1] + damping * pair[2]);
        const plain = times === 2 ? 1 + gamma * gamma * sigmaSquared : 1;
        const moved = sigmaSquared * (times === 2 ? 1 + 3 * gamma * gamma * sigmaSquared : 1);
        const crossed = times * gamma * sigmaSquared;
        pair[0] = all * (plain + moved * alpha * alpha + crossed * 2 * alpha);
        pair[1] = half * (plain + crossed * alpha) + all * (moved * alpha * beta + crossed * beta);
        pair[2] = damping * damping * pair[2] * plain + moved * beta * beta * all + crossed * 2 * beta * half;
      }
    }
  }
  return { mean, variance };
}
