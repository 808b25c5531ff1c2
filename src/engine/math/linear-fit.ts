/** A least-squares fit y = X b + error. */
export interface LinearFit {
  /** One for each column, in its units. */
  readonly coefficients: readonly number[];
  /** Sum of squared residuals. */
  readonly sumOfSquares: number;
  /** Rows less columns. */
  readonly degreesOfFreedom: number;
  /** x'(X'X)^-1 x: the variance of the fit at x in units of the error variance. */
  readonly leverage: (x: readonly number[]) => number;
}

/** A column whose part outside the span of those before it is below this share of it counts as theirs. */
const dependence = 1e-9;

/**
 * Householder factorisation X = Q R, columns in the order given, so that a column that follows from others is the later of them.
 * Source: Golub and Van Loan (2013), algorithms 5.2.1 and 5.3.2. Columns and y are brought to size 1 first, so that no square overflows.
 */
export class QrFactor {
  /** First column that follows from those before it; the number of columns where none does. */
  readonly rank: number;
  private readonly scales: readonly number[];
  /** R above the diagonal, column by column; below it the Householder vectors, which are needed no more once y is turned. */
  private readonly work: readonly Float64Array[];
  private readonly diagonal: Float64Array;
  private readonly turned: Float64Array;
  private readonly size: number;

  /** @param columns of X, as long as y, no more of them than rows */
  constructor(columns: readonly Float64Array[], y: Float64Array) {
    this.scales = columns.map(largest);
    this.size = largest(y);
    this.work = columns.map((column, k) => column.map((value) => value / this.scales[k]));
    this.turned = y.map((value) => value / this.size);
    this.diagonal = new Float64Array(columns.length);
    this.rank = this.factorise();
  }

  private factorise(): number {
    const { work, turned, diagonal } = this;
    for (let k = 0; k < work.length; k++) {
      const column = work[k];
      const rest = length(column, k);
      if (!(rest > dependence * length(column, 0))) return k;
      diagonal[k] = column[k] > 0 ? -rest : rest;
      column[k] -= diagonal[k];
      const square = -diagonal[k] * column[k];
      for (let j = k + 1; j < work.length; j++) reflect(work[j], column, k, square);
      reflect(turned, column, k, square);
    }
    return work.length;
  }

  /** Sum of squared residuals of the first `count` columns alone. */
  sumOfSquares(count: number): number {
    return (length(this.turned, count) * this.size) ** 2;
  }

  /** The fit of the first `count` columns, `count` at most the rank. */
  fit(count: number): LinearFit {
    const { work, diagonal, turned, scales, size } = this;
    const solved = new Float64Array(count);
    for (let k = count - 1; k >= 0; k--) {
      let value = turned[k];
      for (let j = k + 1; j < count; j++) value -= work[j][k] * solved[j];
      solved[k] = value / diagonal[k];
    }
    return {
      coefficients: Array.from(solved, (value, k) => (value * size) / scales[k]),
      sumOfSquares: this.sumOfSquares(count),
      degreesOfFreedom: turned.length - count,
      leverage: (x) => {
        const part = new Float64Array(count);
        let sum = 0;
        for (let k = 0; k < count; k++) {
          let value = x[k] / scales[k];
          for (let j = 0; j < k; j++) value -= work[k][j] * part[j];
          part[k] = value / diagonal[k];
          sum += part[k] * part[k];
        }
        return sum;
      },
    };
  }
}

/** Largest absolute value; 1 where all are 0. */
function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

function length(values: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum);
}

/** values - v (v'values) / square, with v the part of `vector` from `from` on and 2 `square` its squared length. */
function reflect(values: Float64Array, vector: Float64Array, from: number, square: number): void {
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += vector[i] * values[i];
  const share = sum / square;
  for (let i = from; i < values.length; i++) values[i] -= share * vector[i];
}
