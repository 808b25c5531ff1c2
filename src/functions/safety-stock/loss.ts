import {
  exponentialLossFunctions,
  gammaLossFunctions,
  lognormalLossFunctions,
  negativeBinomialLossFunctions,
  normalLossFunctions,
  poissonLossFunctions,
  uniformLossFunctions,
  type LossFunctions,
} from "../../engine/math/loss";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, number, optional } from "../arguments";
import { defineFunction, value } from "../define";

const distributions = {
  NORMAL: (mean: number, sd: number) => normalLossFunctions(mean, sd),
  POISSON: (mean: number) => poissonLossFunctions(mean),
  GAMMA: (shape: number, scale: number) => gammaLossFunctions(shape, scale),
  NBINOM: (r: number, p: number) => negativeBinomialLossFunctions(r, p),
  LOGNORMAL: (mu: number, sigma: number) => lognormalLossFunctions(mu, sigma),
  EXPONENTIAL: (mean: number) => exponentialLossFunctions(mean),
  UNIFORM: (low: number, high: number) => uniformLossFunctions(low, high),
};
const names = ["NORMAL", "POISSON", "GAMMA", "NBINOM", "LOGNORMAL", "EXPONENTIAL", "UNIFORM"] as const;
const kinds = ["SHORT", "LEFT", "SHORT2", "CDF"] as const;

export const loss = defineFunction({
  name: "LOSS",
  family: "safety-stock",
  summary:
    "Loss function: units expected short above, or left below, a stock level; also second order and CDF.",
  notes: [
    "p1 and p2: NORMAL mean, sd; POISSON mean; GAMMA shape, scale; NBINOM r, p (failures before the r-th success); LOGNORMAL mu, sigma of the logarithm; EXPONENTIAL mean; UNIFORM low, high.",
    "SHORT is E[(X - x)+], LEFT E[(x - X)+], CDF P(X <= x). SHORT2 is E[((X - x)+)^2] / 2, for the counts POISSON and NBINOM E[(X - x)+ (X - x - 1)+] / 2.",
    "Accurate to about 1e-11 of the result, far into the tails.",
  ],
  args: {
    x: number("Stock level", "units"),
    dist: choice("Distribution of demand", names),
    p1: number("First parameter: mean, shape, r, mu or low", "as dist says"),
    p2: optional(number("Second parameter: sd, scale, p, sigma or high", "as dist says"), undefined, "none"),
    kind: optional(choice("What to give: SHORT, LEFT, SHORT2 or CDF", kinds), "SHORT"),
  },
  vector: true,
  returns: value("Loss", "units; squared units for SHORT2, a fraction for CDF"),
  source: [cite("silver-pyke-thomas-2017", "appendix II"), cite("snyder-shen-2019", "appendix C.3")],
  examples: [
    { args: [1, "NORMAL", 0, 1], returns: 0.08331547058768, within: 1e-13, from: "G(1), mpmath" },
    { args: [12, "NORMAL", 0, 1], returns: 1.46052011698455e-34, within: 1e-45, from: "G(12), mpmath" },
    {
      args: [2, "POISSON", 1],
      returns: 0.10363832351433,
      within: 1e-13,
      from: "1 - 2 + 2 x 0.367879 + 0.367879",
    },
    { args: [3, "EXPONENTIAL", 5], returns: 2.744058180470132, from: "5 exp(-0.6)" },
    { args: [14, "UNIFORM", 10, 30, "LEFT"], returns: 0.4, from: "4^2 / (2 x 20)" },
    {
      args: [14, "GAMMA", 4],
      returns: { error: "#VALUE!", message: "p2 must be given for GAMMA, got a blank" },
      from: "a gamma has two parameters",
    },
  ],
  run: ({ x, dist, p1, p2, kind }) => valueOf(lossFunctions(dist, p1, p2), kind, x),
  explain: ({ x, dist, p1, p2, kind }) => {
    const demand = lossFunctions(dist, p1, p2);
    return [
      { label: "Mean demand", formula: dist, result: demand.mean },
      { label: "Chance that demand is at most x", formula: "P(X <= x)", result: demand.cdf(x) },
      { label: kind, formula: formulas[kind], result: valueOf(demand, kind, x) },
    ];
  },
});

const formulas = {
  SHORT: "E[(X - x)+]",
  LEFT: "E[(x - X)+]",
  SHORT2: "second-order loss",
  CDF: "P(X <= x)",
};

function lossFunctions(dist: (typeof names)[number], p1: number, p2: number | undefined): LossFunctions {
  const single = dist === "POISSON" || dist === "EXPONENTIAL";
  if (!single && p2 === undefined) throw invalidInput("p2", `must be given for ${dist}`, p2);
  if (dist === "NORMAL" && (p2 as number) < 0) throw invalidInput("p2", "must be at least 0 for NORMAL", p2);
  return distributions[dist](p1, p2 as number);
}

function valueOf(demand: LossFunctions, kind: (typeof kinds)[number], x: number): number {
  if (kind === "CDF") return demand.cdf(x);
  if (kind === "SHORT2") return demand.shortSecond(x);
  return kind === "SHORT" ? demand.short(x) : demand.left(x);
}
