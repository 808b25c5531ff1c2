import type { LossFunctions } from "../math/loss";
import type { CostRates } from "./inventory-cost";

/**
 * G(y) at one whole position after another, for demand in whole units: the losses step by the distribution function, so a step costs one
 * evaluation of it instead of a sum over the tail.
 */
export class CostWalk {
  private short: number;
  private left: number;
  private sure = false;

  constructor(
    private readonly demand: Pick<LossFunctions, "cdf" | "short" | "left">,
    private readonly rates: CostRates,
    private position: number,
  ) {
    this.short = demand.short(position);
    this.left = demand.left(position);
  }

  get cost(): number {
    return this.rates.holding * this.left + this.rates.shortage * this.short;
  }

  /** Cost at the next position up: n(y + 1) = n(y) - P(X > y). */
  up(): number {
    // Far above demand nothing changes any more, and long lots walk far.
    const below = this.sure ? 1 : this.demand.cdf(this.position);
    this.sure = below === 1;
    this.short = Math.max(0, this.short - (1 - below));
    this.left += below;
    this.position++;
    return this.cost;
  }

  down(): number {
    this.position--;
    const below = this.demand.cdf(this.position);
    this.short += 1 - below;
    this.left = Math.max(0, this.left - below);
    return this.cost;
  }
}
