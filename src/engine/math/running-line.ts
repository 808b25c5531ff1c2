/** A straight line by least squares, one observation more at a time, around the running means so that long series lose no digits. */
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

/** Through all that is observed, times counted from 0. */
export function lineThrough(values: ArrayLike<number>): RunningLine {
  const line = new RunningLine();
  for (let t = 0; t < values.length; t++) if (!Number.isNaN(values[t])) line.add(t, values[t]);
  return line;
}
