import { PlanningError, invalidInput } from "../../errors";
import { observed, type Series } from "../../demand";
import { etsRefusal, fitEts } from "../ets";
import { demandRefusal } from "../intermittent";
import { automaticDemand } from "./automatic";
import { bootstrapDemand } from "./bootstrap";
import { latticeDemand, type CountedDemand, type LeadTimeDemand } from "./distribution";
import { negativeBinomialDemand } from "./negative-binomial";
import { regularDemand } from "./regular";
import type { SlowMoverPrior } from "./slow-mover-prior";
import { sporadicDemand, sporadicDemandOver } from "./sporadic";
import { tsbTimesSizes } from "./tsb-sizes";
import { willemainDemand } from "./willemain";
import { windowSums } from "./window-sums";

export { steadyDemand } from "./automatic";
export type { CountedDemand, LeadTimeDemand } from "./distribution";
export { slowMoverPrior, type SlowMoverPrior } from "./slow-mover-prior";
export { type LeadTimeScore, scoreOverLeadTime, type ScoreTask } from "./score";

/** How the distribution is made; AUTO lets the history decide. */
export const leadTimeDemandMethods = [
  "AUTO",
  "SPORADIC",
  "TSB",
  "BOOTSTRAP",
  "WILLEMAIN",
  "NBINOM",
  "SUMS",
  "ETS",
] as const;
export type LeadTimeDemandMethod = (typeof leadTimeDemandMethods)[number];

export interface LeadTimeDemandTask {
  readonly series: Series;
  /** Lead time plus review, in periods; a part of a period counts. */
  readonly periods: number;
  readonly method: LeadTimeDemandMethod;
  /** Periods in a season; 1 for none. For AUTO and ETS. */
  readonly season: number;
  /** Simulated futures, for the methods that simulate (BOOTSTRAP, WILLEMAIN, ETS, and AUTO where it uses ETS). */
  readonly paths: number;
  readonly seed: number;
}

/** A span below this is no time; one beyond, in days more than a year, belongs in weeks or months. */
const shortest = 1e-9;
const longest = 400;

/**
 * Distribution of the demand over a span of periods, whose quantile is a reorder point. Never below 0; a longer span never has a smaller
 * quantile.
 * @throws PlanningError for negative demand, or where ETS is named and the history is too short for it
 */
export function leadTimeDemand(task: LeadTimeDemandTask): LeadTimeDemand {
  const { series, periods, method, season } = task;
  if (!(periods >= 0)) throw invalidInput("leadTime", "must be at least 0", periods);
  if (periods > longest) {
    const rule = `must with review be at most ${longest} periods (take a longer time bucket)`;
    throw invalidInput("leadTime", rule, periods);
  }
  const refusal = demandRefusal(series);
  if (refusal !== null) throw refusal;
  const demand = Float64Array.from(observed(series));
  if (periods < shortest || demand.every((value) => value === 0))
    return { method: "no demand", mean: 0, quantile: () => 0 };
  switch (method) {
    case "AUTO":
      return automaticDemand(series, season, periods, task);
    case "SPORADIC":
      return sporadicDemand(demand, periods);
    case "TSB":
      return tsbTimesSizes(demand, periods);
    case "BOOTSTRAP":
      return bootstrapDemand(demand, periods, task);
    case "WILLEMAIN":
      return willemainDemand(demand, periods, task);
    case "NBINOM":
      return negativeBinomialDemand(demand, periods);
    case "SUMS":
      return windowSums(demand, periods);
    case "ETS": {
      const reason = etsRefusal(series);
      if (reason !== null) throw new PlanningError("insufficient-data", "demand", reason);
      return regularDemand(series, fitEts(series, season, { form: "AUTO" }), periods, task);
    }
  }
}

/**
 * The SPORADIC distribution with the chance of every outcome, over spans as they are asked for; over several, such as lead times that were
 * seen, it is their mixture.
 * @param prior what other items tell, where they are known
 * @returns its argument: lead times plus review, in periods, each as likely
 * @throws PlanningError for negative demand or spans
 */
export function countedDemand(
  series: Series,
  prior?: SlowMoverPrior,
): (spans: readonly number[]) => CountedDemand {
  const refusal = demandRefusal(series);
  if (refusal !== null) throw refusal;
  const demand = Float64Array.from(observed(series));
  const none = Float64Array.of(1);
  const silent = demand.every((value) => value === 0);
  const over = silent ? undefined : sporadicDemandOver(demand, prior);
  return (spans) => {
    const negative = spans.find((span) => !(span >= 0));
    if (negative !== undefined) throw invalidInput("leadTime", "must be at least 0", negative);
    if (over === undefined) return latticeDemand("no demand", none, 1);
    const parts = spans.map((span) => (span < shortest ? null : over(span)));
    // The unit is that of the sizes, the same for every span.
    const known = parts.find((part) => part !== null);
    if (known === undefined || known === null) return latticeDemand("no time", none, 1);
    if (parts.length === 1) return known;
    const length = Math.max(...parts.map((part) => part?.probabilities.length ?? 1));
    const mixture = new Float64Array(length);
    for (const part of parts)
      (part?.probabilities ?? none).forEach((chance, k) => (mixture[k] += chance / spans.length));
    return latticeDemand(known.method, mixture, known.unit);
  };
}
