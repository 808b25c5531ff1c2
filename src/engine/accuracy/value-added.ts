import type { Series } from "../demand";
import { forecastPairs, relativeBias, weightedAbsolutePercentageError } from "./errors-of-forecast";
import { completePeriods } from "./interval-scores";

/** The stages a forecast goes through, in the order in which each starts from the one before. */
export interface ForecastStages {
  readonly naive: Series;
  readonly statistical: Series;
  readonly final: Series;
}

export interface StageValue {
  readonly wape: number;
  readonly bias: number;
  /** WAPE of the stage before less its own, so above 0 the stage helped; the first has none to beat. */
  readonly valueAdded?: number;
  readonly n: number;
}

/**
 * Forecast value added, stage by stage, over the periods that all stages share: naive, statistical, final.
 * Source: Gilliland (2010), ch. 4, the stairstep report.
 */
export function forecastValueAdded(actual: Series, stages: ForecastStages): StageValue[] {
  const { naive, statistical, final } = stages;
  const shared = completePeriods({ actual, naive, statistical, final });
  const outcomes = [naive, statistical, final].map((stage) => {
    const pairs = forecastPairs(
      shared.map((t) => actual[t]),
      shared.map((t) => stage[t]),
    );
    return { wape: weightedAbsolutePercentageError(pairs), bias: relativeBias(pairs), n: shared.length };
  });
  return outcomes.map((outcome, i) =>
    i === 0 ? outcome : { ...outcome, valueAdded: outcomes[i - 1].wape - outcome.wape },
  );
}
