import { RunningLine } from "../../math/running-line";

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

/** The line through what has been observed so far: the dynamic models of Fiorucci et al. (2016). */
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
