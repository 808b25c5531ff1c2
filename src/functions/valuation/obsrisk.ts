import { lifecycleStages } from "../../engine/demand";
import { defaultRiskWeights, obsolescenceRisk } from "../../engine/valuation";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, flag, number, numbers, optional } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const obsrisk = defineFunction({
  name: "OBSRISK",
  family: "valuation",
  summary: "Risk of obsolescence, 0 to 100: points for age, cover, falling demand, stage and a successor.",
  notes: [
    "Each factor has a level from 0 to 1, times its weight: age / 365 days, cover / 24 months, fall of demand / 50 % a year, each at most 1; stage Growth 0, New and Mature 0.2, Decline 0.7, EOL and Inactive 1; substitute TRUE 1. The points add up; the explanation lists them.",
    "Weights left out are 25, 30, 20, 15, 10. Factors left blank drop out and the other weights are scaled to 100. It ranks by stated rules; it is no probability.",
  ],
  args: {
    age: number("Days since receipt or last movement", "days", { min: 0 }),
    cover: number("Months of demand that stock covers", "months", { min: 0 }),
    trend: number("Change of demand a year; -0.2 falls by a fifth", "fraction", { min: -1 }),
    lifecycle: optional(choice("Stage of life", lifecycleStages), undefined, "not known"),
    substitute: optional(flag("TRUE where a successor or substitute is on sale"), undefined, "not known"),
    weights: optional(
      numbers("Weights of the five factors, in this order", "points", { min: 0 }),
      defaultRiskWeights,
    ),
  },
  vector: true,
  returns: value("Risk", "points of 100"),
  source: cite("silver-pyke-thomas-2017", "chapter 8, excess inventories"),
  examples: [
    {
      args: [365, 24, -0.5, "EOL", true],
      returns: 100,
      from: "every factor at its worst",
    },
    {
      args: [73, 12, -0.1, "Decline", false],
      returns: 34.5,
      from: "25 x 0.2 + 30 x 0.5 + 20 x 0.2 + 15 x 0.7 + 10 x 0",
    },
    { args: [73, 12, 0.3], returns: 80 / 3, from: "(25 x 0.2 + 30 x 0.5 + 20 x 0) / 75 x 100" },
  ],
  run: (args) => parts(args).reduce((sum, { points }) => sum + points, 0),
  explain: (args) => {
    const all = parts(args);
    return [
      ...all.map(({ factor, level, points }) => ({
        label: factor,
        formula: `level ${shown(level)} of 1, weights scaled to 100`,
        result: points,
      })),
      { label: "Risk", formula: "the sum", result: all.reduce((sum, { points }) => sum + points, 0) },
    ];
  },
});

interface Parsed {
  readonly age: number;
  readonly cover: number;
  readonly trend: number;
  readonly lifecycle: (typeof lifecycleStages)[number] | undefined;
  readonly substitute: boolean | undefined;
  readonly weights: readonly number[];
}

function parts({ lifecycle, substitute, weights, ...signs }: Parsed) {
  if (weights.length !== defaultRiskWeights.length)
    throw invalidInput("weights", `must be ${defaultRiskWeights.length} numbers`, weights.length);
  return obsolescenceRisk({ ...signs, stage: lifecycle, replaced: substitute }, weights);
}
