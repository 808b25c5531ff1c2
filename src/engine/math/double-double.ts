/**
 * A number held as the sum of two doubles that was not rounded: about 31 digits instead of 16, so that sums of money over hundreds of
 * thousands of rows tie out. Source: Dekker (1971), sections 2 to 5; Knuth (1997), section 4.2.2, theorem B for the sum.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

export const zero: DoubleDouble = { high: 0, low: 0 };

export const exactly = (value: number): DoubleDouble => ({ high: value, low: 0 });

/** The double nearest to it. */
export const nearest = ({ high, low }: DoubleDouble): number => high + low;

export function plus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = a.high + b.high;
  const part = sum - a.high;
  const error = a.high - (sum - part) + (b.high - part);
  return settled(sum, error + a.low + b.low);
}

export const minus = (a: DoubleDouble, b: DoubleDouble): DoubleDouble =>
  plus(a, { high: -b.high, low: -b.low });

/** The product of two doubles, without any error. */
export function product(x: number, y: number): DoubleDouble {
  const high = x * y;
  const [xHigh, xLow] = halves(x);
  const [yHigh, yLow] = halves(y);
  return { high, low: xHigh * yHigh - high + xHigh * yLow + xLow * yHigh + xLow * yLow };
}

export function times(a: DoubleDouble, factor: number): DoubleDouble {
  const { high, low } = product(a.high, factor);
  return settled(high, low + a.low * factor);
}

export function over(a: DoubleDouble, divisor: number): DoubleDouble {
  const quotient = a.high / divisor;
  const back = product(quotient, divisor);
  return settled(quotient, (a.high - back.high - back.low + a.low) / divisor);
}

/** |high| is much larger than |low|: moves what low has too much into high. */
function settled(high: number, low: number): DoubleDouble {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

/** 26 bits each, so that products of halves are exact. */
function halves(x: number): readonly [high: number, low: number] {
  const shifted = 134_217_729 * x;
  const high = shifted - (shifted - x);
  return [high, x - high];
}
