import { insufficientData } from "../../errors";
import { observed, type Series } from "../../demand";
import { intermittentMethods } from "../intermittent";
import type { ForecastMethod } from "../method";
import { compoundDistribution } from "./compound";
import { latticeDemand, type LeadTimeDemand } from "./distribution";
import { latticeUnit } from "./lattice";
import { countsOver } from "./occurrences";
import { seenSizes } from "./sizes";

export interface ScoreTask {
  readonly series: Series;
  /** Periods in a season, for methods that have one; 1 for none. */
  readonly season: number;
  /** Whole periods whose sum is foretold. */
  readonly leadTime: number;
  /** How many origins at the end of the history, one period apart, at most. */
  readonly origins: number;
}

/** How a method did over the lead time, in units; the smaller the better, but for bias, whose best is 0. */
export interface LeadTimeScore {
  readonly id: string;
  /** Mean pinball loss of the lead-time demand over the service levels that stock is held for. */
  readonly pinball: number;
  /** Forecast less demand over the lead time: + is too much. */
  readonly bias: number;
  readonly squaredError: number;
  readonly origins: number;
}

const serviceLevels = [0.5, 0.8, 0.9, 0.95, 0.99];

/**
 * Methods for intermittent demand, best first, by the pinball loss of lead-time demand from rolling origins, without look-ahead. Never by
 * absolute or percentage errors: there a forecast of nothing wins. A method's distribution has its own mean; the sizes are those seen.
 * Methods that refuse the history at an origin are left out.
 * Source: Koenker and Bassett (1978) for the loss; on measures for intermittent demand: Kolassa (2016).
 */
export function scoreOverLeadTime(
  task: ScoreTask,
  methods: readonly ForecastMethod[] = intermittentMethods,
): LeadTimeScore[] {
  const cuts = originsOf(task);
  if (cuts.length === 0) {
    const rule = `must hold demand and ${task.leadTime} complete periods after it`;
    throw insufficientData("demand", rule, `${task.series.length} periods`);
  }
  const scores = methods.flatMap((method) => scoreOf(method, task, cuts) ?? []);
  return scores.sort((a, b) => a.pinball - b.pinball);
}

/** Lengths of history with demand in it and a complete lead time after it. */
function originsOf({ series, leadTime, origins }: ScoreTask): number[] {
  const cuts: number[] = [];
  const first = series.findIndex((value) => value > 0);
  for (let cut = series.length - leadTime; cut > first && first >= 0 && cuts.length < origins; cut--) {
    if (!Number.isNaN(sumAfter(series, cut, leadTime))) cuts.push(cut);
  }
  return cuts;
}

function scoreOf(
  method: ForecastMethod,
  { series, season, leadTime }: ScoreTask,
  cuts: readonly number[],
): LeadTimeScore | null {
  let [pinball, bias, squaredError] = [0, 0, 0];
  for (const cut of cuts) {
    const history = series.slice(0, cut);
    if (method.refusal({ series: history, season }) !== null) return null;
    const forecast = method.fit({ series: history, season }).forecast(leadTime);
    const mean = forecast.reduce((sum, value) => sum + Math.max(0, value), 0);
    const actual = sumAfter(series, cut, leadTime);
    const { quantile } = demandOfMean(observed(history), mean, leadTime);
    for (const level of serviceLevels) {
      const short = actual - quantile(level);
      pinball += (short >= 0 ? level * short : (level - 1) * short) / serviceLevels.length / cuts.length;
    }
    bias += (mean - actual) / cuts.length;
    squaredError += (mean - actual) ** 2 / cuts.length;
  }
  return { id: method.id, pinball, bias, squaredError, origins: cuts.length };
}

/** Sizes as seen, coming as often as the mean asks for; where even every period is not enough, the sizes are stretched. */
function demandOfMean(history: readonly number[], mean: number, periods: number): LeadTimeDemand {
  const sizes = history.filter((value) => value > 0);
  const unit = latticeUnit(sizes);
  const { seen, mean: sizeInUnits } = seenSizes(sizes, new Float64Array(sizes.length).fill(1), unit);
  const perPeriod = mean / periods / (sizeInUnits * unit);
  const counts = countsOver(Math.min(1, perPeriod), 0, periods);
  return latticeDemand("sizes seen", compoundDistribution(counts, seen), unit * Math.max(1, perPeriod));
}

function sumAfter(series: Series, cut: number, periods: number): number {
  return series.slice(cut, cut + periods).reduce((sum, value) => sum + value, 0);
}
