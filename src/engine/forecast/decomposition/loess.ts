/** How a smoother looks at its points. */
export interface LoessSettings {
  /** Points that a local fit weighs, odd. */
  readonly window: number;
  /** Local mean (0) or local line (1). */
  readonly degree: 0 | 1;
  /** Fits at every jump-th point, straight lines between; 1 fits everywhere. */
  readonly jump: number;
}

/**
 * Loess over equally spaced points (Cleveland, Cleveland, McRae and Terpenning 1990, section 2), written with scratch space of its own so
 * that a decomposition allocates nothing while it runs. A weight of 0 takes a point out: outliers in the robust rounds, missing ones always.
 */
export class Loess {
  private readonly kernel: Float64Array;

  /** @param longest most points that will be smoothed */
  constructor(longest: number) {
    this.kernel = new Float64Array(longest);
  }

  /** Smooths the first n of y into `out` from `offset` on. Where no point has weight, y itself is kept. */
  smooth(
    y: Float64Array,
    n: number,
    settings: LoessSettings,
    weights: Float64Array | null,
    out: Float64Array,
    offset = 0,
  ): void {
    if (n < 2) {
      out[offset] = y[0];
      return;
    }
    const { window } = settings;
    const jump = Math.min(settings.jump, n - 1);
    const half = (window + 1) >> 1;
    const fit = (i: number) => {
      const left = window >= n ? 0 : Math.min(Math.max(0, i + 1 - half), n - window);
      const right = Math.min(n, left + window) - 1;
      const value = this.at(y, n, settings, i, left, right, weights);
      out[offset + i] = Number.isNaN(value) ? y[i] : value;
    };
    let last = 0;
    for (let i = 0; i < n; i += jump) {
      fit(i);
      last = i;
    }
    if (last < n - 1) fit(n - 1);
    for (let i = 0; i < n - 1; i += jump) connect(out, offset + i, offset + Math.min(i + jump, n - 1));
  }

  /**
   * The local fit at x, which may lie outside the points.
   * @param left first and `right` last point of the window
   * @returns NaN where no point of the window has weight
   */
  at(
    y: Float64Array,
    n: number,
    { window, degree }: LoessSettings,
    x: number,
    left: number,
    right: number,
    weights: Float64Array | null,
  ): number {
    const { kernel } = this;
    const reach = Math.max(x - left, right - x) + (window > n ? Math.floor((window - n) / 2) : 0);
    let total = 0;
    for (let j = left; j <= right; j++) {
      const distance = Math.abs(j - x);
      let weight = 0;
      if (distance <= 0.999 * reach) {
        weight = distance <= 0.001 * reach ? 1 : tricube(distance / reach);
        if (weights !== null) weight *= weights[j];
      }
      kernel[j] = weight;
      total += weight;
    }
    if (total <= 0) return NaN;
    let centre = 0;
    let value = 0;
    for (let j = left; j <= right; j++) {
      kernel[j] /= total;
      centre += kernel[j] * j;
      value += kernel[j] * y[j];
    }
    if (reach <= 0 || degree === 0) return value;
    let spread = 0;
    let slope = 0;
    for (let j = left; j <= right; j++) {
      spread += kernel[j] * (j - centre) ** 2;
      slope += kernel[j] * (j - centre) * y[j];
    }
    // Points that nearly coincide tell no slope.
    return Math.sqrt(spread) > 0.001 * (n - 1) ? value + ((x - centre) * slope) / spread : value;
  }
}

function tricube(share: number): number {
  const rest = 1 - share * share * share;
  return rest * rest * rest;
}

function connect(values: Float64Array, from: number, to: number): void {
  const step = (values[to] - values[from]) / (to - from);
  for (let j = from + 1; j < to; j++) values[j] = values[from] + step * (j - from);
}
