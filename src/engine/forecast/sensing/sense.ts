import { PlanningError, insufficientData } from "../../errors";
import type { Series } from "../../demand";

export interface SensingRequest {
  readonly forecast: Series;
  /** What was seen lately (point-of-sale, orders), and what the forecast had led one to expect of it. */
  readonly signal: Series;
  readonly expected: Series;
  /** How far the signal is believed, 0 to 1; undefined: as far as it stands out from its own noise. */
  readonly weight?: number;
  /** Largest shift, as a fraction of the forecast. */
  readonly cap: number;
  /** Periods over which the shift fades to nothing. */
  readonly decay: number;
}

export interface SensedForecast {
  readonly forecast: number[];
  /** Signal over expectation, less 1. */
  readonly uplift: number;
  readonly weight: number;
  /** Shift of the first period, weighted and capped. */
  readonly shift: number;
}

/**
 * Short-term forecast shifted by what the latest signal says: weight x uplift, within the cap, fading in equal steps over `decay`
 * periods and gone after them. The uplift is a ratio of sums, so zeros in single periods do no harm.
 */
export function senseForecast(request: SensingRequest): SensedForecast {
  const { uplift, standardError } = signalUplift(request.signal, request.expected);
  const weight = request.weight ?? trust(uplift, standardError);
  const shift = Math.min(Math.max(weight * uplift, -request.cap), request.cap);
  const forecast = request.forecast.map((units, t) => {
    const faded = (shift * Math.max(request.decay - t, 0)) / request.decay;
    return units * (1 + faded);
  });
  return { forecast, uplift, weight, shift };
}

/**
 * Signal over expectation, less 1, and the standard error of that ratio.
 * Source: Cochran (1977), section 6.4, the ratio estimator's variance without finite-population correction.
 */
export function signalUplift(
  signal: Series,
  expected: Series,
): { readonly uplift: number; readonly standardError?: number } {
  if (signal.length !== expected.length) {
    const message = `expected must have as many periods as signal (${signal.length}), got ${expected.length}`;
    throw new PlanningError("invalid-input", "expected", message);
  }
  const known = signal.map((_, t) => t).filter((t) => !Number.isNaN(signal[t]) && !Number.isNaN(expected[t]));
  if (known.length === 0) throw insufficientData("signal", "must share at least one period with expected", 0);
  const total = known.reduce((sum, t) => sum + expected[t], 0);
  if (total === 0)
    throw new PlanningError("zero-denominator", "expected", "the sum of expected must not be 0");
  const ratio = known.reduce((sum, t) => sum + signal[t], 0) / total;
  const n = known.length;
  if (n === 1) return { uplift: ratio - 1 };
  const squares = known.reduce((sum, t) => sum + (signal[t] - ratio * expected[t]) ** 2, 0);
  return { uplift: ratio - 1, standardError: Math.sqrt((n / (n - 1)) * squares) / Math.abs(total) };
}

/**
 * Share of the uplift's square that is not noise, 1 - standardError^2 / uplift^2, at least 0: the weight with the smallest expected
 * squared error, true^2 / (true^2 + noise^2), with the true square estimated by what was seen less the noise.
 */
function trust(uplift: number, standardError: number | undefined): number {
  if (standardError === undefined) {
    throw insufficientData("signal", 'must hold at least 2 periods for weight "AUTO"', 1);
  }
  return uplift === 0 ? 0 : Math.max(0, 1 - (standardError / uplift) ** 2);
}
