import { additive, type EtsPass, multiplicative, none } from "./recursion";

/**
 * Derivatives of every one-step forecast by every parameter, carried forward with the states of the last pass, and summed into what
 * a Gauss-Newton step needs. Parameters stand in the order: alpha, beta / alpha, gamma / (1 - alpha), phi, level, trend, and all season
 * states but the last, which follows from the others; those that the form lacks are left out.
 */
export class Sensitivity {
  readonly size: number;
  /** Column of a parameter, -1 where the form has none. */
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
  readonly level: number;
  readonly trend: number;
  readonly season: number;
  private readonly levelBy: Float64Array;
  private readonly trendBy: Float64Array;
  private readonly seasonBy: Float64Array;
  private readonly forecastBy: Float64Array;
  private readonly meanRelative: Float64Array;

  constructor(
    readonly pass: EtsPass,
    damped: boolean,
  ) {
    const { m, trendKind, seasonKind } = pass;
    let next = 1;
    const column = (present: boolean, width = 1): number => {
      next += present ? width : 0;
      return present ? next - width : -1;
    };
    this.beta = column(trendKind !== none);
    this.gamma = column(seasonKind !== none);
    this.phi = column(damped);
    this.level = column(true);
    this.trend = column(trendKind !== none);
    this.season = column(seasonKind !== none, m - 1);
    this.size = next;
    this.levelBy = new Float64Array(next);
    this.trendBy = new Float64Array(next);
    this.seasonBy = new Float64Array(next * m);
    this.forecastBy = new Float64Array(next);
    this.meanRelative = new Float64Array(next);
  }

  private start(): void {
    const { levelBy, trendBy, seasonBy, size } = this;
    const { m, seasonKind } = this.pass;
    levelBy.fill(0);
    trendBy.fill(0);
    seasonBy.fill(0);
    levelBy[this.level] = 1;
    if (this.trend >= 0) trendBy[this.trend] = 1;
    if (seasonKind === none) return;
    for (let j = 0; j < m - 1; j++) {
      seasonBy[j * size + this.season + j] = 1;
      seasonBy[(m - 1) * size + this.season + j] = -1;
    }
  }

  /**
   * Fills the lower half of `products` (J'J, row by row) and `slopes` (J'r) for the residuals r whose sum of squares is minimised:
   * errors, or relative errors times the geometric mean of the forecasts for multiplicative errors.
   */
  accumulate(
    alpha: number,
    betaShare: number,
    gammaShare: number,
    phi: number,
    products: Float64Array,
    slopes: Float64Array,
  ): void {
    const { pass, size, levelBy, trendBy, seasonBy, forecastBy, meanRelative } = this;
    const { n, m, y, mu, error, base, levelBefore, trendBefore, seasonBefore, trendKind, seasonKind } = pass;
    const { multiplicativeError } = pass;
    const [hasTrend, hasSeason] = [trendKind !== none, seasonKind !== none];
    const beta = alpha * betaShare;
    const gamma = (1 - alpha) * gammaShare;
    this.start();
    products.fill(0);
    slopes.fill(0);
    meanRelative.fill(0);
    for (let t = 0; t < n; t++) {
      const missing = y[t] !== y[t];
      const level = levelBefore[t];
      const trend = trendBefore[t];
      const season = seasonBefore[t];
      const row = (t % m) * size;
      // How the base moves with level and trend, and the damped trend with the trend.
      let [baseByLevel, baseByTrend, dampedByTrend] = [1, 0, 0];
      let [baseByPhi, dampedByPhi, damped] = [0, 0, 0];
      if (trendKind === additive) {
        dampedByTrend = phi;
        baseByTrend = phi;
        baseByPhi = dampedByPhi = trend;
      } else if (trendKind === multiplicative) {
        damped = level === 0 ? 1 : base[t] / level;
        dampedByTrend = (phi * damped) / trend;
        dampedByPhi = damped * Math.log(trend);
        baseByLevel = damped;
        baseByTrend = level * dampedByTrend;
        baseByPhi = level * dampedByPhi;
      }
      const [forecastByBase, forecastBySeason] =
        seasonKind === multiplicative ? [season, base[t]] : [1, seasonKind === additive ? 1 : 0];
      const e = error[t];
      const shift = seasonKind === multiplicative ? e / season : e;
      const shiftByError = seasonKind === multiplicative ? 1 / season : 1;
      const shiftBySeason = seasonKind === multiplicative ? -shift / season : 0;
      const growthByShift = trendKind === multiplicative ? 1 / level : 1;
      const growthByLevel = trendKind === multiplicative ? -shift / (level * level) : 0;
      const turnByError = seasonKind === multiplicative ? 1 / base[t] : 1;
      const turnByBase = seasonKind === multiplicative ? -e / (base[t] * base[t]) : 0;
      for (let j = 0; j < size; j++) {
        const levelBefore_ = levelBy[j];
        const trendBefore_ = trendBy[j];
        let baseBy = baseByLevel * levelBefore_ + baseByTrend * trendBefore_;
        let dampedBy = dampedByTrend * trendBefore_;
        if (j === this.phi) {
          baseBy += baseByPhi;
          dampedBy += dampedByPhi;
        }
        const seasonBefore_ = hasSeason ? seasonBy[row + j] : 0;
        const by = forecastByBase * baseBy + forecastBySeason * seasonBefore_;
        forecastBy[j] = by;
        const errorBy = missing ? 0 : -by;
        const shiftBy = shiftByError * errorBy + shiftBySeason * seasonBefore_;
        levelBy[j] = baseBy + alpha * shiftBy;
        if (hasTrend) trendBy[j] = dampedBy + beta * (growthByShift * shiftBy + growthByLevel * levelBefore_);
        if (hasSeason)
          seasonBy[row + j] = seasonBefore_ + gamma * (turnByError * errorBy + turnByBase * baseBy);
      }
      // What the weights themselves change: beta = alpha x share, gamma = (1 - alpha) x share.
      levelBy[0] += shift;
      if (hasTrend) {
        trendBy[0] += betaShare * shift * growthByShift;
        trendBy[this.beta] += alpha * shift * growthByShift;
      }
      if (hasSeason) {
        const turn = e * turnByError;
        seasonBy[row] -= gammaShare * turn;
        seasonBy[row + this.gamma] += (1 - alpha) * turn;
      }
      if (missing) continue;
      const relative = multiplicativeError ? 1 / mu[t] : 1;
      const residual = e * relative;
      const factor = multiplicativeError ? -(1 + residual) * relative : -1;
      for (let i = 0; i < size; i++) {
        if (multiplicativeError) meanRelative[i] += forecastBy[i] * relative;
        const scaled = factor * forecastBy[i];
        forecastBy[i] = scaled;
        slopes[i] += scaled * residual;
        const at = i * size;
        for (let j = 0; j <= i; j++) products[at + j] += scaled * forecastBy[j];
      }
    }
    if (multiplicativeError) this.addGeometricMean(products, slopes);
  }

  /** The residuals' common factor, the geometric mean of the forecasts, moves too. */
  private addGeometricMean(products: Float64Array, slopes: Float64Array): void {
    const { size, meanRelative } = this;
    const { observed, sumOfSquares, sumOfLogs } = this.pass;
    const squaredFactor = Math.exp((2 * sumOfLogs) / observed);
    for (let i = 0; i < size; i++) meanRelative[i] /= observed;
    for (let i = 0; i < size; i++) {
      const at = i * size;
      const own = meanRelative[i];
      for (let j = 0; j <= i; j++) {
        const cross = slopes[i] * meanRelative[j] + own * slopes[j];
        products[at + j] = (products[at + j] + cross + sumOfSquares * own * meanRelative[j]) * squaredFactor;
      }
    }
    for (let i = 0; i < size; i++) slopes[i] = (slopes[i] + sumOfSquares * meanRelative[i]) * squaredFactor;
  }
}
