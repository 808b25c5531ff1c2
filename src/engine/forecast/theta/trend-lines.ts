/**
 * Straight lines by least squares through the observations up to each period, as the Theta models use them: what the line says of
 * the first period, and its slope. Entry t is what is known before period t (0-based); the last entry is the line through all.
 */
export interface TrendLines {
  readonly atFirst: Float64Array;
  readonly slope: Float64Array;
}

/** One line through all observations, known from the start: the static models. */
export function wholeLine(y: Float64Array): TrendLines {
  const n = y.length;
  const { atFirst, slope } = runningLines(y);
  return {
    atFirst: new Float64Array(n + 1).fill(atFirst[n]),
    slope: new Float64Array(n + 1).fill(slope[n]),
  };
}

/** The line through what has been observed so far: the dynamic models (Fiorucci et al. 2016, equations 20 and 21). */
export function runningLines(y: Float64Array): TrendLines {
  const n = y.length;
  const atFirst = new Float64Array(n + 1);
  const slope = new Float64Array(n + 1);
  const line = new RunningLine();
  for (let t = 0; t < n; t++) {
    if (!Number.isNaN(y[t])) line.add(t, y[t]);
    atFirst[t + 1] = line.at(0);
    slope[t + 1] = line.slope;
  }
  return { atFirst, slope };
}

/** Least squares, one observation more at a time, around the running means so that long series lose no digits. */
export class RunningLine {
  private count = 0;
  private meanTime = 0;
  private meanValue = 0;
  private spread = 0;
  private product = 0;

  get slope(): number {
    return this.spread === 0 ? 0 : this.product / this.spread;
  }

  at(time: number): number {
    return this.meanValue + this.slope * (time - this.meanTime);
  }

  add(time: number, value: number): void {
    this.count++;
    const fromTime = time - this.meanTime;
    const fromValue = value - this.meanValue;
    this.meanTime += fromTime / this.count;
    this.meanValue += fromValue / this.count;
    this.spread += fromTime * (time - this.meanTime);
    this.product += fromTime * (value - this.meanValue);
  }

  copy(): RunningLine {
    return Object.assign(new RunningLine(), this);
  }

  /** The line through zeros at the same times. */
  flat(): RunningLine {
    const line = this.copy();
    line.meanValue = 0;
    line.product = 0;
    return line;
  }
}
