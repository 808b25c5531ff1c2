import { PlanningError } from "../errors";

/** How what arrives depends on what was ordered: its share of it, or so much more (less where negative) whatever was ordered. */
export const yieldTypes = ["MULTIPLICATIVE", "ADDITIVE"] as const;
export type YieldType = (typeof yieldTypes)[number];

export interface UncertainYield {
  /** Units per year. */
  readonly demand: number;
  /** Money per order. */
  readonly orderCost: number;
  /** Money per unit and year. */
  readonly holdingCost: number;
  /** Mean of what arrives: per unit ordered, or units on top of the order. */
  readonly yieldMean: number;
  readonly yieldSd: number;
  readonly type: YieldType;
}

export interface YieldLot {
  /** Units to order. */
  readonly quantity: number;
  /** Orders and carrying, money per year. */
  readonly cost: number;
}

/**
 * Economic order quantity when not exactly what was ordered arrives. A cycle lasts as long as what arrived; by renewal the cost per year is
 * [K + h E(received^2) / 2d] d / E(received), so that only mean and variance of the yield count.
 * Multiplicative: Q = sqrt(2 K d / (h (Var + mean^2))). Additive: Q = sqrt(2 K d / h + Var) - mean.
 * Source: Snyder and Shen (2019), section 9.3.2, equations 9.22 to 9.25; Yano and Lee (1995).
 */
export function orderQuantityUnderYield(problem: UncertainYield): YieldLot {
  return problem.type === "ADDITIVE" ? additive(problem) : multiplicative(problem);
}

function additive(problem: UncertainYield): YieldLot {
  const { demand, orderCost, holdingCost, yieldMean, yieldSd } = problem;
  const received = Math.sqrt((2 * orderCost * demand) / holdingCost + yieldSd * yieldSd);
  if (received <= yieldMean) {
    const message = `yieldMean must be below the lot that is to arrive (${received.toPrecision(6)}), got ${yieldMean}`;
    throw new PlanningError("no-solution", "yieldMean", message);
  }
  return { quantity: received - yieldMean, cost: holdingCost * received };
}

function multiplicative(problem: UncertainYield): YieldLot {
  const { demand, orderCost, holdingCost, yieldMean, yieldSd } = problem;
  const second = yieldSd * yieldSd + yieldMean * yieldMean;
  const quantity = Math.sqrt((2 * orderCost * demand) / (holdingCost * second));
  return { quantity, cost: (holdingCost * quantity * second) / yieldMean };
}
