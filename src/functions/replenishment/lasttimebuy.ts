import { lastTimeBuy, remainingDemand } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { count, number, optional, perPeriod, probability, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const lasttimebuy = defineFunction({
  name: "LASTTIMEBUY",
  family: "replenishment",
  summary: "Final order that covers demand until the end of service with a chance of csl.",
  notes: [
    "Demand of the periods is independent and normal in sum. With decay, mean and standard deviation fall by that share from each period to the next; the first period has them in full. Never below 0.",
  ],
  args: {
    mean: perPeriod("Mean demand of the first period"),
    sd: perPeriod("Standard deviation of demand of the first period"),
    periods: count("Periods to cover", "periods", { min: 1, max: 10_000 }),
    csl: optional(probability("Chance of never running out until the end"), 0.95),
    onHand: optional(quantity("Units in stock already"), 0),
    decay: optional(number("Share by which demand falls per period", "fraction", { min: 0, below: 1 }), 0),
  },
  vector: true,
  returns: value("Final order", "units"),
  source: cite("teunter-fortuin-1999", "section 3"),
  examples: [
    { args: [40, 12, 24], returns: 1056.7, within: 0.01, from: "960 + 1.644854 x 12 x sqrt(24)" },
    { args: [40, 12, 24, 0.95, 2000], returns: 0, from: "there is enough" },
    { args: [100, 0, 3, 0.9, 0, 0.5], returns: 175, from: "100 + 50 + 25" },
  ],
  run: ({ csl, ...item }) => lastTimeBuy(item, csl),
  explain: ({ csl, ...item }) => {
    const { mean, sd } = remainingDemand(item);
    return [
      { label: "Mean demand until the end", formula: `${item.periods} periods`, result: mean },
      {
        label: "Its standard deviation",
        formula: `${shown(item.sd)} x sqrt(sum of squared shares)`,
        result: sd,
      },
      {
        label: "Final order",
        formula: `max(0, ${shown(mean)} + normal quantile of ${shown(csl)} x ${shown(sd)} - ${shown(item.onHand)})`,
        result: lastTimeBuy(item, csl),
      },
    ];
  },
});
