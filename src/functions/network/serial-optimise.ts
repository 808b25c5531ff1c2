import { PlanningError, invalidInput } from "../../engine/errors";
import { optimiseSerial } from "../../engine/network";
import { cite } from "../../engine/sources";
import { choice, money, optional, perPeriod } from "../arguments";
import { defineFunction, valueList } from "../define";
import { mayBeBlank } from "../may-be-blank";
import { unbrokenNumbers } from "../numbers-in-step";

export const serialOptimise = defineFunction({
  name: "SERIAL.OPTIMISE",
  family: "network",
  summary: "Echelon base stock of each stage of a chain, cheapest for stockouts at any time; last the cost.",
  notes: [
    "Lists start with the stage that serves customers. holdCosts are echelon holding costs: what a unit costs a period at a stage more than at the stage before it. shortCost is per unit and period that a customer waits.",
    "The echelon base stock of a stage covers all stock and orders from there to the customer, backorders deducted. The last entry is the expected cost a period of holding (stock between stages included) and waiting.",
    "Exact: NORMAL by numerical recursion, demand not cut off at 0; POISSON by sums over whole units, sd blank.",
  ],
  args: {
    holdCosts: unbrokenNumbers("Echelon holding cost of each stage", "money per unit and period", {
      above: 0,
    }),
    leadTimes: unbrokenNumbers("Lead time to each stage", "periods", { min: 0 }),
    mean: perPeriod("Mean demand"),
    sd: mayBeBlank(perPeriod("Standard deviation of demand"), "for POISSON"),
    shortCost: money("Cost of a unit a customer waits for, per period", { above: 0 }),
    dist: optional(choice("Distribution of demand", ["NORMAL", "POISSON"]), "NORMAL"),
  },
  returns: valueList("Base stocks, then cost", "units; money per period"),
  source: [cite("clark-scarf-1960", ""), cite("snyder-shen-2019", "section 6.2")],
  examples: [
    {
      args: [[[3], [2], [2]], [[1], [1], [2]], 5, 1, 37.12],
      returns: [[6.49], [12.02], [22.71], [47.65]],
      within: 0.02,
      from: "Snyder and Shen, example 6.1",
    },
    {
      args: [[[3], [2], [2]], [[1], [1], [2]], 5, null, 37.12, "POISSON"],
      returns: [[9], [15], [26], [72.046741020901]],
      within: 1e-9,
      from: "numpy, by enumeration",
    },
    {
      args: [[[3], [2]], [[1]], 5, 1, 37.12],
      returns: {
        error: "#VALUE!",
        message: "leadTimes must have as many entries as holdCosts (2), got 1",
      },
      from: "a lead time is missing",
    },
  ],
  run: ({ holdCosts, leadTimes, mean, sd, shortCost, dist }) => {
    if (dist === "NORMAL" && sd === undefined)
      throw new PlanningError("invalid-input", "sd", "sd must be given for NORMAL, got a blank");
    if (dist === "POISSON" && !(mean > 0)) throw invalidInput("mean", "must be above 0 for POISSON", mean);
    const plan = optimiseSerial({
      echelonHolding: holdCosts,
      leadTimes,
      mean,
      sd: dist === "POISSON" ? undefined : sd,
      shortage: shortCost,
    });
    return [...plan.echelonBaseStock, plan.cost];
  },
});
