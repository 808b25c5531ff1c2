import { standardCostVariance } from "../../engine/valuation";
import { cite } from "../../engine/sources";
import { money, optional, quantity } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";

export const stdcostVariance = defineFunction({
  name: "STDCOST.VARIANCE",
  family: "valuation",
  summary:
    "Purchase price variance at standard cost, and revaluation of the units where the standard changed.",
  notes: [
    "Purchase price variance: (actual - standard) x qty; + is unfavourable, more was paid than the standard says.",
    "Revaluation: (standard - priorStandard) x qty, the change of the units' value; + raises stock. 0 where priorStandard is left out.",
    "Standards may stand in for cost only where they come near it (IAS 2.21, ASC 330-10-30-12): spread large variances over stock and cost of sales.",
  ],
  args: {
    qty: quantity("Units received, or held", {}),
    actual: money("Actual cost per unit"),
    standard: money("Standard cost per unit"),
    priorStandard: optional(money("Standard before it was changed, per unit"), undefined, "unchanged"),
  },
  vector: true,
  returns: row("Variance", "money", ["purchase price variance", "revaluation"]),
  source: [cite("ias-2", "paragraph 21"), cite("asc-330", "330-10-30-12")],
  examples: [
    { args: [100, 10.5, 10], returns: [[50, 0]], from: "100 x 0.5 more than standard" },
    { args: [100, 9.8, 10, 9.5], returns: [[-20, 50]], from: "100 x -0.2; standard up by 0.5" },
  ],
  run: ({ qty, ...costs }) => {
    const { purchasePrice, revaluation } = variance(qty, costs);
    return [purchasePrice, revaluation];
  },
  explain: ({ qty, ...costs }) => {
    const { purchasePrice, revaluation } = variance(qty, costs);
    const prior = costs.priorStandard ?? costs.standard;
    return [
      {
        label: "Purchase price variance",
        formula: `(${shown(costs.actual)} - ${shown(costs.standard)}) x ${shown(qty)}`,
        result: purchasePrice,
      },
      {
        label: "Revaluation",
        formula: `(${shown(costs.standard)} - ${shown(prior)}) x ${shown(qty)}`,
        result: revaluation,
      },
    ];
  },
});

interface Costs {
  readonly actual: number;
  readonly standard: number;
  readonly priorStandard: number | undefined;
}

const variance = (qty: number, { actual, standard, priorStandard = standard }: Costs) =>
  standardCostVariance(qty, { actual, standard, priorStandard });
