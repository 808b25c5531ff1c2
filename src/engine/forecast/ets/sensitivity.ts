import { additive, type EtsPass, multiplicative, none } from "./recursion";

const rowsAtOnce = 4;

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
  private readonly buffer: Float64Array;
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
    this.buffer = new Float64Array(next * rowsAtOnce);
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
    const { pass, size, levelBy, trendBy, seasonBy, buffer, meanRelative } = this;
    const { n, m, y, mu, error, base, levelBefore, trendBefore, seasonBefore, trendKind, seasonKind } = pass;
    const { multiplicativeError } = pass;
    const hasTrend = trendKind !== none;
    const hasSeason = seasonKind !== none;
    const beta = alpha * betaShare;
    const gamma = (1 - alpha) * gammaShare;
    this.start();
    products.fill(0);
    slopes.fill(0);
    meanRelative.fill(0);
    const phiColumn = this.phi;
    let rows = 0;
    for (let t = 0; t < n; t++) {
      const missing = y[t] !== y[t];
      const seen = missing ? 0 : -1;
      const level = levelBefore[t];
      const trend = trendBefore[t];
      const season = seasonBefore[t];
      const row = (t % m) * size;
      // How the base moves with level and trend, and the damped trend with the trend.
      let baseByLevel = 1;
      let baseByTrend = 0;
      let dampedByTrend = 0;
      if (trendKind === additive) {
        dampedByTrend = phi;
        baseByTrend = phi;
        if (phiColumn >= 0) trendBy[phiColumn] += trend / phi;
      } else if (trendKind === multiplicative) {
        const damped = level === 0 ? 1 : base[t] / level;
        dampedByTrend = (phi * damped) / trend;
        baseByLevel = damped;
        baseByTrend = level * dampedByTrend;
        if (phiColumn >= 0) trendBy[phiColumn] += (trend * Math.log(trend)) / phi;
      }
      const forecastByBase = seasonKind === multiplicative ? season : 1;
      const forecastBySeason = seasonKind === multiplicative ? base[t] : seasonKind === additive ? 1 : 0;
      const e = error[t];
      const shift = seasonKind === multiplicative ? e / season : e;
      const shiftByError = seasonKind === multiplicative ? 1 / season : 1;
      const shiftBySeason = seasonKind === multiplicative ? -shift / season : 0;
      const growthByShift = trendKind === multiplicative ? 1 / level : 1;
      const growthByLevel = trendKind === multiplicative ? -shift / (level * level) : 0;
      const turnByError = seasonKind === multiplicative ? 1 / base[t] : 1;
      const turnByBase = seasonKind === multiplicative ? -e / (base[t] * base[t]) : 0;
      const filled = rows * size;
      for (let j = 0; j < size; j++) {
        const byLevel = levelBy[j];
        const byTrend = trendBy[j];
        const bySeason = seasonBy[row + j];
        const baseBy = baseByLevel * byLevel + baseByTrend * byTrend;
        const by = forecastByBase * baseBy + forecastBySeason * bySeason;
        const errorBy = seen * by;
        const shiftBy = shiftByError * errorBy + shiftBySeason * bySeason;
        levelBy[j] = baseBy + alpha * shiftBy;
        trendBy[j] = dampedByTrend * byTrend + beta * (growthByShift * shiftBy + growthByLevel * byLevel);
        seasonBy[row + j] = bySeason + gamma * (turnByError * errorBy + turnByBase * baseBy);
        buffer[filled + j] = by;
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
      for (let j = 0; j < size; j++) {
        const by = buffer[filled + j];
        if (multiplicativeError) meanRelative[j] += by * relative;
        buffer[filled + j] = factor * by;
        slopes[j] += factor * by * residual;
      }
      if (++rows === rowsAtOnce) rows = this.addProducts(products);
    }
    buffer.fill(0, rows * size);
    this.addProducts(products);
    if (multiplicativeError) this.addGeometricMean(products, slopes);
  }

  /** Adds the buffered rows' products, four at a time: it is here that fitting spends its time. */
  private addProducts(products: Float64Array): number {
    const { size, buffer } = this;
    const second = size;
    const third = 2 * size;
    const fourth = 3 * size;
    for (let i = 0; i < size; i++) {
      const at = i * size;
      const a = buffer[i];
      const b = buffer[second + i];
      const c = buffer[third + i];
      const d = buffer[fourth + i];
      for (let j = 0; j <= i; j++) {
        products[at + j] +=
          a * buffer[j] + b * buffer[second + j] + c * buffer[third + j] + d * buffer[fourth + j];
      }
    }
    return 0;
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
