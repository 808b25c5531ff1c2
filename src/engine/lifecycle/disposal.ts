import { PlanningError } from "../errors";

export interface DisposalOption {
  readonly name: string;
  /** Money that a unit brings. */
  readonly proceeds: number;
  /** Money that a unit costs: rework, freight, scrapping. */
  readonly cost: number;
  /** Money once. */
  readonly fixed: number;
  /** Months until it is done and paid. */
  readonly months: number;
}

export interface HoldingTerms {
  /** Money per unit and month that stock costs while it lies. */
  readonly holdingCost: number;
  /** Yearly rate at which money to come is discounted. */
  readonly rate: number;
}

export interface Disposal {
  readonly name: string;
  /** Money today. */
  readonly netValue: number;
}

export interface BestDisposal extends Disposal {
  /** Share of its proceeds that may be lost until the runner-up is as good; undefined without proceeds or runner-up. */
  readonly breakEven?: number;
}

/** Net value today: proceeds and costs when it is done, discounted, less holding until then. Source: Brealey, Myers and Allen, ch. 2. */
export function disposalValue(quantity: number, option: DisposalOption, terms: HoldingTerms): number {
  const { proceeds, cost, fixed, months } = option;
  const whenDone = (quantity * (proceeds - cost) - fixed) * discount(months, terms);
  return whenDone - quantity * terms.holdingCost * months;
}

/** The option of the highest net value; of equals the first. */
export function bestDisposal(
  quantity: number,
  options: readonly DisposalOption[],
  terms: HoldingTerms,
): BestDisposal {
  if (options.length === 0)
    throw new PlanningError("insufficient-data", "options", "options must hold at least one row, got none");
  const ranked = options
    .map((option) => ({ option, netValue: disposalValue(quantity, option, terms) }))
    .sort((a, b) => b.netValue - a.netValue);
  const [{ option, netValue }, second] = ranked;
  const proceeds = quantity * option.proceeds * discount(option.months, terms);
  const breakEven =
    second === undefined || proceeds <= 0 ? undefined : (netValue - second.netValue) / proceeds;
  return { name: option.name, netValue, breakEven };
}

const discount = (months: number, { rate }: HoldingTerms): number => (1 + rate) ** (-months / 12);

/**
 * Discount on the list price at which selling below it is worth `target`, such as the next best way out; below 0 where even the list price
 * is worth less. Linear in the price: the discounted net value of `disposalValue` solved for it.
 */
export function breakEvenDiscount(
  quantity: number,
  {
    listPrice,
    option,
    target,
  }: { readonly listPrice: number; readonly option: DisposalOption; readonly target: number },
  terms: HoldingTerms,
): number {
  if (quantity <= 0 || listPrice <= 0) {
    const message = `quantity and listPrice must be above 0, got ${quantity} and ${listPrice}`;
    throw new PlanningError("invalid-input", "listPrice", message);
  }
  const { cost, fixed, months } = option;
  const held = quantity * terms.holdingCost * months;
  const price = ((target + held) / discount(months, terms) + fixed) / quantity + cost;
  return 1 - price / listPrice;
}
