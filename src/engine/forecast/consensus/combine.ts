import { PlanningError, insufficientData } from "../../errors";

export interface StreamRecord {
  /** Mean past error, forecast - actual. */
  readonly bias: number;
  /** Mean squared error that is left once the bias is taken out. */
  readonly squaredError: number;
  readonly n: number;
}

/** How a stream did in the past; NaN marks a period without an error. */
export function streamRecord(errors: readonly number[], stream: number): StreamRecord {
  const seen = errors.filter((error) => !Number.isNaN(error));
  if (seen.length < 2) {
    throw insufficientData("errors", `must hold at least 2 numbers for stream ${stream + 1}`, seen.length);
  }
  const bias = sumOf(seen) / seen.length;
  return {
    bias,
    squaredError: sumOf(seen.map((error) => (error - bias) ** 2)) / seen.length,
    n: seen.length,
  };
}

/**
 * Weights of streams in inverse proportion to their mean squared errors: the best weights where errors are unbiased and independent
 * of each other. Source: Bates and Granger (1969), section 2, equation for k with correlation 0. Streams without any error take all.
 */
export function inverseErrorWeights(records: readonly StreamRecord[]): number[] {
  const perfect = records.some(({ squaredError }) => squaredError === 0);
  const raw = records.map(({ squaredError }) => (perfect ? Number(squaredError === 0) : 1 / squaredError));
  const total = sumOf(raw);
  return raw.map((weight) => weight / total);
}

/**
 * One forecast from several streams, a weighted mean in each period over the streams that have a number there.
 * @param periods one row a period, one column a stream, NaN where a stream is silent
 * @returns NaN where no stream with a weight speaks
 */
export function consensus(
  periods: readonly (readonly number[])[],
  weights: readonly number[],
  biases: readonly number[],
): number[] {
  if (!weights.some((weight) => weight > 0)) {
    throw new PlanningError("invalid-input", "weights", "weights must hold at least one above 0, got none");
  }
  return periods.map((streams) => {
    let weightSum = 0;
    let sum = 0;
    streams.forEach((stream, i) => {
      if (Number.isNaN(stream)) return;
      weightSum += weights[i];
      sum += weights[i] * (stream - biases[i]);
    });
    return weightSum === 0 ? NaN : sum / weightSum;
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
