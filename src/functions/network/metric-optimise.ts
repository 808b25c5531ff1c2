import { invalidInput } from "../../engine/errors";
import { optimiseWarehouse, warehouseMethods } from "../../engine/network";
import { cite } from "../../engine/sources";
import { choice, optional } from "../arguments";
import { defineFunction, valueList } from "../define";
import { unbrokenNumbers } from "../numbers-in-step";

/** The cell of the warehouse may be blank. */
const retailersOnly = { mayStartBlank: true };

export const metricOptimise = defineFunction({
  name: "METRIC.OPTIMISE",
  family: "network",
  summary: "Base stock of a warehouse and of each retailer that it serves, cheapest together; last the cost.",
  notes: [
    "leadTimes and holdCosts start with the warehouse, then the retailers; rates and shortCosts are of the retailers only (an entry for the warehouse in front may be blank or 0).",
    "Demand is Poisson, orders go one for one and first come first served, nobody loses sales. Cost a period: holding of stock on hand at the warehouse and the retailers, and waiting of customers at the retailers; stock under way is not counted.",
    "EXACT splits the warehouse's backorders among retailers binomially. METRIC takes a retailer's orders outstanding as Poisson, which understates their spread; its cost is its own estimate.",
  ],
  args: {
    rates: unbrokenNumbers("Demand of each retailer", "units per period", { min: 0 }, retailersOnly),
    leadTimes: unbrokenNumbers("Lead time of the warehouse, then of each retailer", "periods", { min: 0 }),
    holdCosts: unbrokenNumbers(
      "Holding cost of the warehouse, then of each retailer",
      "money per unit and period",
      {
        above: 0,
      },
    ),
    shortCosts: unbrokenNumbers(
      "Cost of a customer waiting at each retailer",
      "money per unit and period",
      { min: 0 },
      retailersOnly,
    ),
    method: optional(choice("EXACT or METRIC", warehouseMethods), "EXACT"),
  },
  heavy: true,
  returns: valueList("Base stocks, warehouse first, then cost", "units; money per period"),
  source: [cite("sherbrooke-1968", ""), cite("graves-1985", "section 3")],
  examples: [
    {
      args: [
        [[1], [2], [0.5]],
        [[2], [1], [0.5], [2]],
        [[1], [1.5], [1.5], [2]],
        [[10], [15], [30]],
      ],
      returns: [[9], [2], [3], [3], [14.030512821957]],
      within: 1e-9,
      from: "numpy, every base stock of the warehouse, backorders split by explicit binomial sums",
    },
    {
      args: [
        [[1], [2], [0.5]],
        [[2], [1], [0.5], [2]],
        [[1], [1.5], [1.5], [2]],
        [[10], [15], [30]],
        "METRIC",
      ],
      returns: [[7], [3], [3], [3], [13.052063479642]],
      within: 1e-9,
      from: "numpy, by enumeration: METRIC believes in less cost than there is",
    },
    {
      args: [
        [[1], [2]],
        [[2], [1]],
        [[1], [1.5], [1.5]],
        [[10], [15]],
      ],
      returns: { error: "#VALUE!", message: "leadTimes must have one entry more than rates (3), got 2" },
      from: "a lead time is missing",
    },
  ],
  run: ({ rates, leadTimes, holdCosts, shortCosts, method }) => {
    const demand = ofRetailers("rates", rates, leadTimes.length);
    const shortage = ofRetailers("shortCosts", shortCosts, leadTimes.length);
    for (const [name, list] of [["leadTimes", leadTimes] as const, ["holdCosts", holdCosts] as const]) {
      if (list.length !== demand.length + 1)
        throw invalidInput(name, `must have one entry more than rates (${demand.length + 1})`, list.length);
    }
    if (shortage.length !== demand.length)
      throw invalidInput(
        "shortCosts",
        `must have as many entries as rates (${demand.length})`,
        shortage.length,
      );
    const plan = optimiseWarehouse(
      {
        warehouse: { leadTime: leadTimes[0], holding: holdCosts[0] },
        retailers: demand.map((rate, i) => ({
          rate,
          leadTime: leadTimes[i + 1],
          holding: holdCosts[i + 1],
          shortage: shortage[i],
        })),
      },
      method,
    );
    return [plan.warehouse, ...plan.retailers, plan.cost];
  },
});

/** Without the entry that a table has for the warehouse. */
function ofRetailers(name: string, list: readonly number[], sites: number): readonly number[] {
  const retailers = list.length === sites && list[0] === 0 ? list.slice(1) : list;
  const zero = retailers.find((entry) => entry === 0);
  if (zero !== undefined) throw invalidInput(name, "must be above 0 for every retailer", zero);
  return retailers;
}
