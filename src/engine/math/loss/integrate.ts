/** Below this, a term of the sum is too small to change it. */
const negligible = 1e-18;

/**
 * Integral of a positive, smooth function from 0 to infinity by double-exponential (exp-sinh) quadrature: all terms are positive, so the
 * error is relative to the result, about 1e-14. `scale` is the distance over which the function does most of its work.
 * Source: Takahasi and Mori (1974), Double exponential formulas for numerical integration.
 */
export function integrateToInfinity(f: (t: number) => number, scale: number): number {
  let step = 0.5;
  let sum = sumFrom(f, scale, 0, step);
  let area = sum * step;
  for (let halvings = 0; halvings < 6; halvings++) {
    sum += sumFrom(f, scale, step / 2, step);
    step /= 2;
    const finer = sum * step;
    const change = Math.abs(finer - area);
    area = finer;
    // The error about squares with each halving.
    if (change <= 1e-8 * area) break;
  }
  return area;
}

/** Terms at first, first + step, ... and at first - step, ..., each way until they no longer count. */
function sumFrom(f: (t: number) => number, scale: number, first: number, step: number): number {
  let sum = 0;
  for (const direction of [step, -step]) {
    let quiet = 0;
    for (let s = direction > 0 ? first : first - step; Math.abs(s) < 6.5 && quiet < 3; s += direction) {
      const stretch = Math.exp((Math.PI / 2) * Math.sinh(s));
      const term = f(scale * stretch) * scale * stretch * (Math.PI / 2) * Math.cosh(s);
      if (!(term > negligible * sum)) quiet++;
      else quiet = 0;
      sum += Number.isFinite(term) ? term : 0;
    }
  }
  return sum;
}
