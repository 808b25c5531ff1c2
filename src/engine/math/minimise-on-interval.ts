const golden = (3 - Math.sqrt(5)) / 2;

/**
 * Smallest value of a smooth function of one variable between two bounds: a grid to find the valleys, then Brent's method (parabolas,
 * golden section where they fail) in the two deepest, since errors of a smoothing method may have more than one.
 * Source: Brent (1973), chapter 5.
 * @param grid ascending, from the lower to the upper bound
 */
export function minimiseOnInterval(
  f: (x: number) => number,
  grid: readonly number[],
  tolerance: number,
): number {
  const values = grid.map(f);
  const last = grid.length - 1;
  const valleys = grid
    .map((_, i) => i)
    .filter((i) => !(values[i - 1] < values[i]) && !(values[i + 1] <= values[i]))
    .sort((i, j) => values[i] - values[j])
    .slice(0, 2);
  let best = { x: grid[0], value: Infinity };
  for (const i of valleys) {
    const found = descend(
      f,
      grid[Math.max(0, i - 1)],
      grid[Math.min(last, i + 1)],
      { x: grid[i], value: values[i] },
      tolerance,
    );
    if (found.value < best.value) best = found;
  }
  return best.x;
}

interface Point {
  readonly x: number;
  readonly value: number;
}

/** Brent's method from a best point so far; the bounds themselves count as candidates only if they were the start. */
function descend(f: (x: number) => number, from: number, to: number, start: Point, tolerance: number): Point {
  let [low, high] = [from, to];
  let best = start;
  let second = start;
  let third = start;
  let step = 0;
  let earlier = 0;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    const least = tolerance * (Math.abs(best.x) + tolerance);
    if (Math.abs(best.x - middle) <= 2 * least - (high - low) / 2) break;
    const parabola = vertex(best, second, third);
    const proposed = parabola - best.x;
    if (Math.abs(proposed) < Math.abs(earlier) / 2 && parabola > low + least && parabola < high - least) {
      earlier = step;
      step = proposed;
    } else {
      earlier = best.x < middle ? high - best.x : low - best.x;
      step = golden * earlier;
    }
    const x = best.x + (Math.abs(step) >= least ? step : step < 0 ? -least : least);
    const tried = { x, value: f(x) };
    if (tried.value <= best.value) {
      if (x < best.x) high = best.x;
      else low = best.x;
      [third, second, best] = [second, best, tried];
    } else {
      if (x < best.x) low = x;
      else high = x;
      if (tried.value <= second.value || second.x === best.x) [third, second] = [second, tried];
      else if (tried.value <= third.value || third.x === best.x || third.x === second.x) third = tried;
    }
  }
  return best;
}

/** Where the parabola through three points turns; NaN where there is none. */
function vertex(a: Point, b: Point, c: Point): number {
  const left = (a.x - b.x) * (a.value - c.value);
  const right = (a.x - c.x) * (a.value - b.value);
  return a.x - ((a.x - b.x) * left - (a.x - c.x) * right) / (2 * (left - right));
}
