import { observed } from "../../demand";
import {
  coveredPeriods,
  intermittentCombination,
  intermittentShares,
  isShort,
  weightedFit,
} from "../combination";
import type { ForecastTask } from "../method";
import type { Contestant } from "./contest";
import type { Settled } from "./settled";

/** Intermittent demand: no planner's metric has a say here, since absolute errors would choose to forecast nothing. */
export function settleIntermittent(task: ForecastTask): Settled {
  const shares = intermittentShares(task);
  const values = observed(task.series);
  const covered = (coveredPeriods * values.reduce((sum, value) => sum + value, 0)) / values.length;
  const contestants = shares.map(({ method, weight, score }): Contestant => ({
    model: method.id,
    error: score === null ? null : score.error / covered,
    bias: score === null ? null : score.bias / covered,
    weight,
    remark: `${Math.round(100 * weight)} % of the mean`,
  }));
  const tested = shares.every(({ score }) => score !== null);
  const short = isShort(task) ? "; too short to tell a season: last season's demand has a share" : "";
  return {
    model: intermittentCombination.id,
    fit: weightedFit(task, shares),
    contestants: contestants.sort((a, b) => b.weight - a.weight),
    reason: `${
      tested
        ? `methods for intermittent demand, weighed by squared error and pinball loss of demand over ${coveredPeriods} periods`
        : "methods for intermittent demand, equally weighed: the history is too short to look back"
    }${short}`,
  };
}
