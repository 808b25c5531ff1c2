import { PlanningError } from "../errors";
import { cheapestPosition, reorderPointForLot, type LotPolicy, type LotPolicyProblem } from "./lot-policy";

/** Lot of the economic order quantity with backorders, and the best reorder point for it. Source: Snyder and Shen (2019), section 5.3.3. */
export function backorderLotPolicy(problem: LotPolicyProblem): LotPolicy {
  const { demandRate, orderCost, holding, shortage } = problem;
  const lot = Math.sqrt((2 * orderCost * demandRate * (holding + shortage)) / (holding * shortage));
  return { reorderPoint: reorderPointForLot(problem, lot), lot };
}

/** Economic order quantity, reorder point of the critical ratio p / (h + p). Source: Snyder and Shen (2019), section 5.3.4. */
export function safetyStockLotPolicy(problem: LotPolicyProblem): LotPolicy {
  const { demandRate, orderCost, holding } = problem;
  return {
    reorderPoint: cheapestPosition(problem),
    lot: Math.sqrt((2 * orderCost * demandRate) / holding),
  };
}

/**
 * Shortages of one cycle counted once, as if none were left at r + Q: n(r) = h Q / (h + p) and
 * Q = sqrt(2 [K lambda + (h + p) n2(r)] / h), in turn until they agree. Good where the lot is large beside the spread of demand.
 * Source: Snyder and Shen (2019), section 5.3.5; Hadley and Whitin (1963), section 4-9.
 */
export function lossFunctionLotPolicy(problem: LotPolicyProblem): LotPolicy {
  const { demand, demandRate, orderCost, holding, shortage } = problem;
  const sd = Math.sqrt(demand.variance);
  let lot = Math.sqrt((2 * orderCost * demandRate) / holding);
  for (let turn = 0; turn < 1000; turn++) {
    const reorderPoint = positionOfLoss(
      demand.short,
      (holding * lot) / (holding + shortage),
      demand.mean,
      sd,
    );
    const work = orderCost * demandRate + (holding + shortage) * demand.shortSecond(reorderPoint);
    const next = Math.sqrt((2 * work) / holding);
    if (Math.abs(next - lot) <= 1e-12 * next) return { reorderPoint, lot: next };
    lot = next;
  }
  throw new PlanningError("not-converged", "method", "method must settle within 1000 turns, got LTD");
}

/** The position whose loss is `loss`: the loss falls from any height to 0. */
function positionOfLoss(short: (x: number) => number, loss: number, mean: number, sd: number): number {
  let low = mean - loss - sd;
  let high = mean + sd;
  while (short(low) < loss) low -= loss + sd;
  while (short(high) > loss) high += 2 * sd + (sd === 0 ? loss : 0);
  for (let i = 0; i < 200 && high - low > 1e-15 * Math.max(1, Math.abs(high)); i++) {
    const middle = (low + high) / 2;
    if (short(middle) > loss) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
