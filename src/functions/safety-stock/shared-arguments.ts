import { demandDistributions } from "../../engine/math/demand-distribution";
import { normalQuantile } from "../../engine/math/normal";
import { protectionMean, protectionSd, type Replenishment } from "../../engine/safety-stock";
import { choice, optional, perPeriod, periods, probability } from "../arguments";
import type { Step } from "../define";
import { shown } from "../shown";

export const mean = perPeriod("Mean demand");
export const sd = perPeriod("Standard deviation of demand; of forecast error where you have it");
export const leadTime = periods("Replenishment lead time");
export const csl = probability("Cycle service level: chance of no stockout in a cycle");
export const leadTimeSd = optional(periods("Standard deviation of lead time"), 0);
export const review = optional(periods("Review interval; 0 for continuous review"), 0);
export const dist = optional(
  choice("Distribution of demand over the lead time", demandDistributions),
  "NORMAL",
);

export function protectionStep(item: Replenishment): Step {
  const { mean: m, sd: s, leadTime: lead, leadTimeSd: leadSd, review: interval } = item;
  return {
    label: "Standard deviation over lead time plus review",
    formula: `sqrt((${shown(lead)} + ${shown(interval)}) x ${shown(s)}^2 + ${shown(m)}^2 x ${shown(leadSd)}^2)`,
    result: protectionSd(item),
  };
}

export function safetyFactorStep(cycleServiceLevel: number): Step {
  return {
    label: "Safety factor k",
    formula: `normal quantile of ${shown(cycleServiceLevel)}`,
    result: normalQuantile(cycleServiceLevel),
  };
}

/** Coefficient of variation over the protection time beyond which a normal demand would be negative too often. */
const wideSpread = 0.5;
/** Units over the protection time below which demand comes in single units. */
const lowVolume = 10;

/** Whether the normal formula may be relied on: said where it may not be. */
export function normalDoubtSteps(item: Replenishment): readonly Step[] {
  const mean = protectionMean(item);
  const variation = protectionSd(item) / mean;
  if (!(mean > 0) || (mean >= lowVolume && variation <= wideSpread)) return [];
  const reason = mean < lowVolume ? "low volume" : "wide spread";
  return [
    {
      label: "Normal demand is doubtful",
      formula: `${shown(mean)} units over the protection time, spread ${shown(variation)} of them`,
      result: `${reason}: check with SIMULATE.SERVICE, or take GAMMA or NBINOM`,
    },
  ];
}
