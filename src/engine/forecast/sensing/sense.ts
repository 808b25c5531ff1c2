import { forecastPairs, weightedAbsolutePercentageError } from "../../accuracy";
import { PlanningError, insufficientData } from "../../errors";
import type { Series } from "../../demand";
import { soldOn } from "./channel";

/** What is known of the latest periods, and how it is taken. */
export interface Sensing {
  /** What was seen lately (point-of-sale, orders), and what the forecast had led one to expect of it. */
  readonly signal: Series;
  readonly expected: Series;
  /** By how much stock in the channel grew in each period, where the signal is what went into it. */
  readonly channel?: Series;
  /** How far the signal is believed, 0 to 1; undefined: as far as it stands out from its own noise. */
  readonly weight?: number;
  /** Largest shift, as a fraction of the forecast. */
  readonly cap: number;
}

export interface SensingRequest extends Sensing {
  readonly forecast: Series;
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
export function senseForecast({ forecast, decay, ...sensing }: SensingRequest): SensedForecast {
  const found = sense(sensing);
  const shifted = forecast.map((units, t) => units * (1 + fadedShift(found.shift, t, decay)));
  return { forecast: shifted, ...found };
}

/** What is left of a shift a number of periods after the first one, which has it whole. */
export function fadedShift(shift: number, after: number, decay: number): number {
  return shift * Math.min(1, Math.max(decay - after, 0) / decay);
}

/** Uplift, how far it is believed, and the shift that makes. */
export function sense({ signal, expected, channel, weight, cap }: Sensing): Omit<SensedForecast, "forecast"> {
  const { uplift, standardError } = signalUplift(soldOn(signal, channel), expected);
  const believed = weight ?? trust(uplift, standardError);
  return { uplift, weight: believed, shift: Math.min(Math.max(believed * uplift, -cap), cap) };
}

export interface SensingValue {
  /** WAPE against the signal of what had been expected, and of that shifted by what was sensed up to the period before. */
  readonly before: number;
  readonly sensed: number;
  /** The first less the second: above 0 where sensing helped. */
  readonly valueAdded: number;
  readonly n: number;
}

/**
 * What sensing would have been worth within the signal itself: each period is foretold from those before it alone. Undefined with too
 * few periods (three, or two with a given weight), or nothing but zeros to foretell.
 * Source: Gilliland (2010), ch. 4, forecast value added.
 */
export function sensingValue(sensing: Sensing): SensingValue | undefined {
  const { expected, weight } = sensing;
  const signal = soldOn(sensing.signal, sensing.channel);
  signalUplift(signal, expected);
  const known = signal.map((_, t) => t).filter((t) => !Number.isNaN(signal[t]) && !Number.isNaN(expected[t]));
  const needed = weight === undefined ? 2 : 1;
  const judged = known.filter(
    (_, place) => place >= needed && known.slice(0, place).some((before) => expected[before] !== 0),
  );
  const actual = judged.map((t) => signal[t]);
  if (!actual.some((units) => units !== 0)) return undefined;
  const wape = (forecast: readonly number[]) =>
    weightedAbsolutePercentageError(forecastPairs(actual, forecast));
  const before = wape(judged.map((t) => expected[t]));
  const sensed = wape(
    judged.map((t) => {
      const known = { signal: signal.slice(0, t), expected: expected.slice(0, t), channel: undefined };
      const { shift } = sense({ ...sensing, ...known });
      return expected[t] * (1 + shift);
    }),
  );
  return { before, sensed, valueAdded: before - sensed, n: judged.length };
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
