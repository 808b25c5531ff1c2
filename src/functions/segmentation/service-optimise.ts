import { bestMixForBudget, cheapestMix } from "../../engine/service";
import { insufficientData, invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, flag, number, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { checkGiven, numbersInStep } from "../numbers-in-step";

export const serviceOptimise = defineFunction({
  name: "SERVICE.OPTIMISE",
  family: "segmentation",
  summary:
    "Fill-rate target and safety stock of each item: cheapest for an overall fill rate, or best for a budget.",
  notes: [
    "FILL: target is the overall unit fill rate, weighed by demand; the safety stocks are the cheapest that reach it. BUDGET: target is the money that safety stock may bind; the overall fill rate is the greatest it can buy.",
    "Exact for normal demand over the protection time (exact fill rate, safety stocks of at least 0). Floors are fill rates that single items must have in any case, blank for none; where they cost more than the budget, the message says how much, and which are dearest.",
    "A blank row in between stays blank.",
  ],
  args: {
    demand: numbersInStep("Demand of each item: its weight in the overall fill rate", "units per period", {
      min: 0,
    }),
    sdLt: numbersInStep("Standard deviation of demand over the protection time", "units", { min: 0 }),
    q: numbersInStep("Order quantity", "units", { above: 0 }),
    unitCost: numbersInStep("Cost of one unit", "money", { above: 0 }),
    target: number("Overall fill rate, or money with mode BUDGET", "fraction or money", { above: 0 }),
    mode: optional(choice("FILL or BUDGET", ["FILL", "BUDGET"]), "FILL"),
    floors: optional(
      numbersInStep("Fill rate that each item must have", "fraction", { min: 0, below: 1 }),
      undefined,
      "none",
    ),
    header: optional(flag("TRUE puts the columns' names on top"), false),
  },
  heavy: true,
  returns: table("Targets", "fraction, units, money", ["fill rate", "safety stock", "value"]),
  source: [cite("silver-pyke-thomas-2017", "section 6.11"), cite("everett-1963", "")],
  examples: [
    {
      args: [[[100], [100]], [[100], [100]], [[500], [500]], [[1], [1]], 0.98],
      returns: [
        [0.98, 90.2346, 90.2346],
        [0.98, 90.2346, 90.2346],
      ],
      within: 0.001,
      from: "equal items get equal targets: G(k) = 0.1, k = 0.902346 (scipy)",
    },
    {
      args: [[[100], [100]], [[100], [0]], [[500], [500]], [[1], [1]], 90.2346, "BUDGET"],
      returns: [
        [0.98, 90.2346, 90.2346],
        [1, 0, 0],
      ],
      within: 0.001,
      from: "the item without uncertainty needs none",
    },
    {
      args: [[[100]], [[100]], [[500]], [[1]], 50, "BUDGET", [[0.98]]],
      returns: {
        error: "#N/A",
        message: "target must be at least 90.24, what the floors cost (most at position 1: 90.24), got 50",
      },
      from: "the floor is dearer than the budget",
    },
    {
      args: [[[100]], [[100]], [[500]], [[1]], 98],
      returns: { error: "#VALUE!", message: "target must be below 1 (write 0.95 or 95%), got 98" },
      from: "98 is not 98 %",
    },
  ],
  run: ({ demand, sdLt, q, unitCost, target, mode, floors }) => {
    const lists = { sdLt, q, unitCost, ...(floors === undefined ? {} : { floors }) };
    for (const [name, list] of Object.entries(lists)) {
      if (list.length !== demand.length)
        throw invalidInput(name, `must have as many entries as demand (${demand.length})`, list.length);
    }
    const columns = { demand, sdLt, q, unitCost };
    const used = demand.map((_, i) => Object.values(columns).some((list) => !Number.isNaN(list[i])));
    for (const [name, list] of Object.entries(columns)) checkGiven(name, list, used);
    const positions = used.flatMap((isUsed, i) => (isUsed ? [i] : []));
    if (positions.length === 0) throw insufficientData("demand", "must hold numbers", null);
    const items = positions.map((i) => ({
      demand: demand[i],
      sd: sdLt[i],
      lot: q[i],
      unitCost: unitCost[i],
      floor: floors?.[i] || 0,
      name: `position ${i + 1}`,
    }));
    if (mode === "FILL" && target >= 1)
      throw invalidInput("target", "must be below 1 (write 0.95 or 95%)", target);
    const plan = mode === "FILL" ? cheapestMix(items, target) : bestMixForBudget(items, target);
    const last = positions[positions.length - 1];
    const rows = Array.from({ length: last + 1 }, (): (number | "")[] => ["", "", ""]);
    plan.items.forEach(({ fillRate, safetyStock, value }, k) => {
      rows[positions[k]] = [fillRate, safetyStock, value];
    });
    return rows;
  },
});
