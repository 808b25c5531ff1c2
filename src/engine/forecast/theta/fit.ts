import { minimiseOnInterval } from "../../math/minimise-on-interval";
import { lineTerm } from "./recursion";
import type { TrendLines } from "./trend-lines";
import type { ThetaParameters } from "./type";

/** theta up to 10^10, as good as infinite. */
const heaviestLine = 1 - 1e-10;

/**
 * Least squares of one-step errors. For a given alpha the errors are linear in the starting level and in the weight of the line
 * 1 - 1/theta, so both are solved for, and only alpha is searched: no starting values, no local search in three dimensions.
 * @param from first period whose error counts
 * @param fixedWeight weight of the line where theta is not fitted
 */
export function fitTheta(
  y: Float64Array,
  lines: TrendLines,
  from: number,
  fixedWeight: number | undefined,
  grid: readonly number[],
): ThetaParameters {
  const profile = new Profile(y, lines, from, fixedWeight);
  const alpha = minimiseOnInterval((x) => profile.sumOfSquares(x), grid, 1e-8);
  profile.sumOfSquares(alpha);
  return { alpha, level: profile.level, lineWeight: profile.lineWeight };
}

class Profile {
  level = 0;
  lineWeight = 0;
  private readonly anchor: number;

  constructor(
    private readonly y: Float64Array,
    private readonly lines: TrendLines,
    private readonly from: number,
    private readonly fixedWeight: number | undefined,
  ) {
    this.anchor = y.find((value) => !Number.isNaN(value)) ?? 0;
  }

  /** The least there is for this alpha; leaves the starting level and the weight of the line that reach it. */
  sumOfSquares(alpha: number): number {
    const { y, from, anchor } = this;
    const { atFirst, slope } = this.lines;
    // The level is `base` for a start at the anchor and no line, plus what the start (share) and the line (lifted, over gaps) add.
    let base = anchor;
    let share = 1;
    let lifted = 0;
    let decayed = 1;
    let ee = 0, el = 0, ew = 0, ll = 0, lw = 0, ww = 0; // prettier-ignore
    for (let t = 0; t < y.length; t++) {
      const line = lifted + lineTerm(alpha, decayed, atFirst[t], slope[t]);
      if (Number.isNaN(y[t])) {
        lifted += alpha * (line - lifted);
      } else {
        const error = y[t] - base;
        if (t >= from) {
          ee += error * error;
          el += error * share;
          ew += error * line;
          ll += share * share;
          lw += share * line;
          ww += line * line;
        }
        base += alpha * error;
        share *= 1 - alpha;
        lifted *= 1 - alpha;
      }
      decayed *= 1 - alpha;
    }
    const weight = this.fixedWeight ?? clamped(solvedWeight(el, ew, ll, lw, ww), 0, heaviestLine);
    const shift = ll > 0 ? (el - weight * lw) / ll : 0;
    this.level = anchor + shift;
    this.lineWeight = weight;
    return (
      ee -
      2 * (shift * el + weight * ew) +
      shift * shift * ll +
      2 * shift * weight * lw +
      weight * weight * ww
    );
  }
}

/** The second unknown of two normal equations; 0 where the two cannot be told apart. */
function solvedWeight(el: number, ew: number, ll: number, lw: number, ww: number): number {
  if (!(ll > 0)) return ww > 0 ? ew / ww : 0;
  const left = ww - (lw * lw) / ll;
  return left > 1e-12 * ww ? (ew - (el * lw) / ll) / left : 0;
}

function clamped(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
