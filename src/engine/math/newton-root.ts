/** So many turns Newton's method gets; where rounding keeps it from settling, halving ends the search. */
const newtonTurns = 30;

/**
 * Root of a continuous function between two points of opposite sign: Newton's method, a step that would leave the
 * points that enclose the root replaced by halving.
 * Source: Press et al. (2007), section 9.4.
 * @param start between low and high
 */
export function newtonRoot(
  f: (x: number) => { readonly value: number; readonly slope: number },
  low: number,
  high: number,
  start: number,
): number {
  const rising = f(high).value > 0;
  let [left, right, x] = [low, high, start];
  for (let i = 0; i < 200; i++) {
    const { value, slope } = f(x);
    if (value === 0) return x;
    if (value < 0 === rising) left = x;
    else right = x;
    const newton = x - value / slope;
    const next = i < newtonTurns && newton > left && newton < right ? newton : (left + right) / 2;
    if (Math.abs(next - x) <= 4 * Number.EPSILON * Math.abs(next) + 1e-300) return next;
    x = next;
  }
  return x;
}
