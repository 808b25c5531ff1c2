export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

export interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/**
 * Smallest value of a function in a box, from several starting points: the simplex search of Nelder and Mead (1965) with points
 * folded back at the walls, restarted once from where it stopped, since a simplex may collapse too early.
 * For few variables and a function that is cheap and not convex, such as the errors of a smoothing method.
 */
export function minimise(
  f: (x: readonly number[]) => number,
  box: Box,
  starts: readonly (readonly number[])[],
): Minimum {
  let best: Minimum | undefined;
  for (const start of starts) {
    const once = simplexSearch(f, box, start, 0.15, fine);
    const again = simplexSearch(f, box, once.at, 0.05, fine);
    if (best === undefined || again.value < best.value) best = again;
  }
  return best ?? { at: [], value: f([]) };
}

/**
 * Near the smallest value, in a tenth of the time of `minimise`: one search from every starting point, each ended at a hundredth of the
 * box. For a fit that is one of many in a mean.
 */
export function minimiseRoughly(
  f: (x: readonly number[]) => number,
  box: Box,
  starts: readonly (readonly number[])[],
): Minimum {
  return starts
    .map((start) => simplexSearch(f, box, start, 0.15, rough))
    .reduce((least, one) => (one.value < least.value ? one : least));
}

/** Spread of the simplex, as a share of the box, at which a search ends. */
const fine = 1e-10;
const rough = 1e-2;

function simplexSearch(
  f: (x: readonly number[]) => number,
  box: Box,
  start: readonly number[],
  size: number,
  precision: number,
): Minimum {
  const n = start.length;
  const evaluate = (x: number[]): { at: number[]; value: number } => {
    const at = x.map((value, i) => folded(value, box.lower[i], box.upper[i]));
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  const width = (i: number) => box.upper[i] - box.lower[i];
  const simplex = [evaluate([...start])];
  for (let i = 0; i < n; i++) {
    const x = [...simplex[0].at];
    x[i] += x[i] + size * width(i) <= box.upper[i] ? size * width(i) : -size * width(i);
    simplex.push(evaluate(x));
  }
  for (let iteration = 0; iteration < 200 * n; iteration++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best] = simplex;
    const worst = simplex[n];
    if (spread(simplex, width) < precision) break;
    const centre = best.at.map(
      (_, i) => simplex.slice(0, n).reduce((sum, point) => sum + point.at[i], 0) / n,
    );
    const along = (t: number) => evaluate(centre.map((c, i) => c + t * (worst.at[i] - c)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[n - 1].value) {
      simplex[n] = reflected;
    } else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[n] = contracted;
      else {
        for (let j = 1; j <= n; j++) {
          simplex[j] = evaluate(best.at.map((b, i) => b + 0.5 * (simplex[j].at[i] - b)));
        }
      }
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  return simplex[0];
}

/** A point beyond a wall is mirrored at it, and held at the other wall if that is not enough. */
function folded(value: number, lower: number, upper: number): number {
  const mirrored = value < lower ? 2 * lower - value : value > upper ? 2 * upper - value : value;
  return Math.min(upper, Math.max(lower, mirrored));
}

function spread(simplex: readonly Minimum[], width: (i: number) => number): number {
  let largest = 0;
  for (const { at } of simplex) {
    at.forEach((value, i) => {
      largest = Math.max(largest, Math.abs(value - simplex[0].at[i]) / width(i));
    });
  }
  return largest;
}
