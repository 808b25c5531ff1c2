import {
  lowerOfCostAndNrv,
  netRealisableValue,
  partsToTheCent,
  sumToTheCent,
  toTheCent,
  type SellingTerms,
} from "../../engine/valuation";

/** Whether a value that recovers is taken back. */
export type NrvStandard = "IAS2" | "ASC330";

export interface NrvInput extends SellingTerms {
  readonly contractQuantity: number;
  readonly contractPrice: number;
}

export interface NrvPart {
  readonly part: "all" | "contract" | "general";
  readonly quantity: number;
  readonly cost: number;
  /** Money per unit. */
  readonly netRealisable: number;
  readonly needed: number;
  readonly prior: number;
  readonly writeDown: number;
  readonly reversal: number;
  readonly carrying: number;
}

/**
 * Lower of cost and net realisable value of one item. Units under a firm contract are tested at its price apart from the rest: a gain on
 * one never covers a loss on the other. The earlier write-down is that of the item, so it goes to the parts as they need it.
 * Source: IAS 2.28-33; ASC 330-10-35-1B and 35-14.
 */
export function testItem(
  { quantity, cost }: { readonly quantity: number; readonly cost: number },
  input: NrvInput,
  prior: number,
  standard: NrvStandard,
): NrvPart[] {
  const underContract = Math.min(quantity, input.contractQuantity);
  const general = netRealisableValue(input);
  const all = [
    {
      part: "contract" as const,
      quantity: underContract,
      netRealisable: netRealisableValue({ ...input, price: input.contractPrice }),
    },
    { part: "general" as const, quantity: quantity - underContract, netRealisable: general },
  ].filter((one) => one.quantity > 0);
  const costs = partsToTheCent(all.map((one) => ({ high: (cost * one.quantity) / quantity, low: 0 })));
  const needs = all.map((one, i) => {
    const unit = costs[i] / one.quantity;
    return toTheCent(Math.max(0, unit - Math.max(0, one.netRealisable)) * one.quantity);
  });
  const needed = sumToTheCent(needs);
  const priors = partsToTheCent(
    all.map((one, i) => ({
      high: needed > 0 ? (prior * needs[i]) / needed : (prior * one.quantity) / quantity,
      low: 0,
    })),
  );
  return all.map((one, i) => {
    // In money of the part instead of a unit's, so that the cents are those of the table.
    const { writeDown, reversal, carrying } = lowerOfCostAndNrv(
      costs[i],
      costs[i] - needs[i],
      1,
      Math.min(priors[i], standard === "ASC330" ? costs[i] : Infinity),
      standard,
    );
    return {
      part: all.length === 1 && one.part === "general" ? "all" : one.part,
      quantity: one.quantity,
      cost: costs[i],
      netRealisable: one.netRealisable,
      needed: needs[i],
      prior: priors[i],
      writeDown: toTheCent(writeDown),
      reversal: toTheCent(reversal),
      carrying: toTheCent(carrying),
    };
  });
}
