export interface StandardCosts {
  /** Money per unit, of these units. */
  readonly actual: number;
  readonly standard: number;
  /** Standard before it was changed. */
  readonly priorStandard: number;
}

export interface StandardCostVariance {
  /** Paid above (+) or below (-) standard, money. */
  readonly purchasePrice: number;
  /** Change of the value of the units because the standard changed, money. */
  readonly revaluation: number;
}

/** Purchase price variance and revaluation of units held at standard. Source: IAS 2.21; ASC 330-10-30-12. */
export function standardCostVariance(quantity: number, costs: StandardCosts): StandardCostVariance {
  return {
    purchasePrice: (costs.actual - costs.standard) * quantity,
    revaluation: (costs.standard - costs.priorStandard) * quantity,
  };
}
