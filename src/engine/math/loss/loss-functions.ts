/**
 * What inventory theory asks of a demand X: how much of it, on average, lies above or below a stock level x. Each is accurate relative
 * to its own size, however far out in a tail x lies, so no difference of nearly equal numbers is taken on the way.
 * Source: Silver, Pyke and Thomas (2017), appendix II; Snyder and Shen (2019), appendix C.3.
 */
export interface LossFunctions {
  readonly mean: number;
  readonly variance: number;
  /** P(X <= x). */
  readonly cdf: (x: number) => number;
  /** Units short of demand, n(x) = E[(X - x)+]. */
  readonly short: (x: number) => number;
  /** Units left over, E[(x - X)+]; short(x) - left(x) = mean - x. */
  readonly left: (x: number) => number;
  /** Second-order loss: E[((X - x)+)^2] / 2, for discrete demand E[(X - x)+ (X - x - 1)+] / 2. */
  readonly shortSecond: (x: number) => number;
}
