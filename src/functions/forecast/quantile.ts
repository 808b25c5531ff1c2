import { type LeadTimeDemandTask, leadTimeDemand, leadTimeDemandMethods } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { choice, count, optional, periods, probability, series } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const forecastQuantile = defineFunction({
  name: "FORECAST.QUANTILE",
  family: "forecast",
  summary:
    "Quantile of demand over lead time plus review, which is the reorder point of that cycle service level.",
  notes: [
    "prob is the chance that demand over leadTime + review stays at or below the answer. With review 0 the answer is the reorder point under continuous review, else the level to order up to. It rises with prob and with time, is never below 0, and a part of a period counts as a part.",
    "AUTO looks at the history. SPORADIC, for demand that often stays away: the chance of demand in a period, learnt at several speeds of forgetting, times sizes as seen with a little smoothing; added up exactly, so that n and seed do not matter. ETS, where trend or season is clear: futures of the exponential smoothing model that fits best, driven by its own past errors. With neither clear and demand in half of the periods or more: negative binomial with the discounted mean and variance of a period, widened since a mean known from n periods is in doubt by variance / n; where the level wanders and few periods are empty, up to half of ETS in the mean.",
    "TSB: probability of TSB (weight 0.05) times sizes seen. BOOTSTRAP: past periods drawn at random. WILLEMAIN: runs of demand as a Markov chain, sizes jittered. NBINOM: negative binomial of mean and variance. SUMS: sums over all runs of consecutive periods. TSB, NBINOM, SUMS need no drawing; BOOTSTRAP, WILLEMAIN and ETS draw n futures, the same for the same seed.",
    "Answers come in the unit in which demand comes: pieces, dozens, or a 256th of the largest demand where there is no common unit. leadTime + review may be up to 400 periods. A missing period is passed over. Negative demand is refused: take returns out. Where lead time itself varies, give a list of lead times one by one, or add safety with SAFETYSTOCK.",
  ],
  args: {
    demand: series("Demand history", { rule: { min: 0 } }),
    leadTime: periods("Lead time"),
    prob: probability("Chance that demand stays at or below the answer"),
    review: optional(periods("Review interval; 0 for continuous review"), 0),
    n: optional(
      count("Simulated futures, where the method simulates", "paths", { min: 100, max: 100_000 }),
      2000,
    ),
    seed: optional(count("Seed of the drawing", "a whole number", { min: 0, max: 1_000_000 }), 1),
    method: optional(choice("How the distribution is made", leadTimeDemandMethods), "AUTO"),
    season: optional(count("Periods in a season; 1 for none", "periods", { min: 1, max: 366 }), 12),
  },
  vector: true,
  returns: value("Demand over the protection time", "units"),
  source: [
    cite("teunter-syntetos-babai-2011", "equations 4 and 5"),
    cite("embrechts-frei-2009", "section 3"),
    cite("hyndman-koehler-ord-snyder-2008", "section 6.1"),
    cite("willemain-smart-schwarz-2004", "section 3.2"),
    cite("syntetos-babai-altay-2012", "section 3"),
    cite("prak-teunter-syntetos-2017", "section 3"),
    cite("politis-romano-1992", "section 2"),
    cite("bookbinder-lordahl-1989", "section 2"),
  ],
  examples: [
    {
      args: [[[5, 5, 5, 5, 5, 5]], 2, 0.95],
      returns: 10,
      from: "a constant: 2 x 5",
    },
    {
      args: [[[0, 12, 0, 0]], 2, 0.9, null, null, null, "SUMS"],
      returns: 12,
      from: "runs of two, the end going on at the start: 12, 12, 0, 0",
    },
    {
      args: [[[0, 12, 0, 0]], 2, 0.5, null, null, null, "SUMS"],
      returns: 0,
      from: "half of the runs are without demand",
    },
    {
      args: [[[0, 1, 0, 1]], 1.5, 0.85, 0.5, null, null, "TSB"],
      returns: 2,
      from: "chance 0.5, then 0.475, 0.50125, 0.47619, 0.50238; none of two periods 0.248, one 0.5, two 0.252",
    },
    { args: [[[0, 0, 0, 0]], 3, 0.99], returns: 0, from: "no demand so far" },
    {
      args: [[[3, 0, 2]], 2, 95],
      returns: { error: "#VALUE!", message: "prob must be between 0 and 1 (write 0.95 or 95%), got 95" },
      from: "a service level is a fraction",
    },
  ],
  heavy: true,
  run: (args) => distribution(args).quantile(args.prob),
  explain: (args) => {
    const { method, mean, quantile } = distribution(args);
    return [
      {
        label: "Protection time",
        formula: `${shown(args.leadTime)} + ${shown(args.review)}`,
        result: args.leadTime + args.review,
      },
      { label: "Demand is described by", formula: "as named, or as the history calls for", result: method },
      { label: "Mean demand over the protection time", formula: "of that description", result: mean },
      {
        label: "Quantile",
        formula: `smallest demand not exceeded with probability ${shown(args.prob)}`,
        result: quantile(args.prob),
      },
    ];
  },
});

interface Call extends Omit<LeadTimeDemandTask, "series" | "periods" | "paths"> {
  readonly demand: LeadTimeDemandTask["series"];
  readonly leadTime: number;
  readonly review: number;
  readonly n: number;
}

function distribution({ demand, leadTime, review, n, seed, method, season }: Call) {
  return leadTimeDemand({ series: demand, periods: leadTime + review, paths: n, seed, method, season });
}
