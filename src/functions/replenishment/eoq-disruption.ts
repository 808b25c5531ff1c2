import {
  approximateDisruptedQuantity,
  disruptedCost,
  disruptedLoss,
  disruptedOrderQuantity,
  type DisruptedSupply,
} from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { choice, money, number, optional } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";
import { orderCost, yearlyHolding } from "./yearly-arguments";

export const eoqDisruption = defineFunction({
  name: "EOQ.DISRUPTION",
  family: "replenishment",
  summary:
    "Order quantity when the supplier is down at times: lot, yearly cost, share of demand that is lost.",
  notes: [
    "An order is placed when the shelf is empty; it arrives at once, or at the end of the outage where the supplier is then down. Demand meanwhile is lost at lostCost a unit. Times up and down are exponential: downRate is 1 over the mean time up in years, upRate 1 over the mean time down.",
    "EXACT is the cheapest lot; APPROX its closed form, at its true cost. Purchase cost is not part of the cost.",
  ],
  args: {
    demand: number("Demand per year", "units per year", { above: 0 }),
    orderCost,
    holdCost: yearlyHolding,
    lostCost: money("Cost of one unit of lost demand", { above: 0 }),
    downRate: number("Outages that begin in a year of working supply", "per year", { above: 0 }),
    upRate: number("Outages that would end in a year of outage", "per year", { above: 0 }),
    method: optional(choice("EXACT or APPROX", ["EXACT", "APPROX"]), "EXACT"),
  },
  vector: true,
  returns: row("Lot", "units, money per year, fraction", ["lot", "cost", "share lost"]),
  source: [
    cite("snyder-shen-2019", "section 9.2.2, equation 9.5"),
    cite("berk-arreola-risa-1994", "the corrected cost"),
    cite("snyder-2014", "for APPROX"),
  ],
  examples: [
    {
      args: [1300, 8, 0.225, 5, 1.5, 14],
      returns: [[772.811, 173.95000257, 0.0115]],
      within: 0.002,
      from: "Snyder and Shen, example 9.1: Q 772.81, cost 173.95; grid search in Python",
    },
    {
      args: [1300, 8, 0.225, 5, 1.5, 14, "APPROX"],
      returns: [[773.1432417, 173.95, 0.0115]],
      within: 0.0001,
      from: "Snyder and Shen, example 9.2: Q 773.14; cost by equation 9.5",
    },
  ],
  run: ({ method, ...supply }) => {
    const lot = lotFor(supplyOf(supply), method);
    return [lot, disruptedCost(supplyOf(supply), lot), disruptedLoss(supplyOf(supply), lot)];
  },
  explain: ({ method, ...given }) => {
    const supply = supplyOf(given);
    const lot = lotFor(supply, method);
    const rate = given.downRate + given.upRate;
    return [
      {
        label: "Share of time the supplier is down",
        formula: `${shown(given.downRate)} / (${shown(given.downRate)} + ${shown(given.upRate)})`,
        result: given.downRate / rate,
      },
      { label: "Lot", formula: method === "EXACT" ? "least yearly cost" : "closed form", result: lot },
      {
        label: "Share of demand that is lost",
        formula: "(psi / mu) / (Q / d + psi / mu)",
        result: disruptedLoss(supply, lot),
      },
      {
        label: "Orders, carrying and lost demand",
        formula: "(K + h Q^2 / 2d + p d psi / mu) / (Q / d + psi / mu)",
        result: disruptedCost(supply, lot),
      },
    ];
  },
});

interface Parsed {
  readonly demand: number;
  readonly orderCost: number;
  readonly holdCost: number;
  readonly lostCost: number;
  readonly downRate: number;
  readonly upRate: number;
}

function supplyOf({ holdCost, downRate, upRate, ...rest }: Parsed): DisruptedSupply {
  return { ...rest, holdingCost: holdCost, failureRate: downRate, recoveryRate: upRate };
}

function lotFor(supply: DisruptedSupply, method: "EXACT" | "APPROX"): number {
  return method === "EXACT" ? disruptedOrderQuantity(supply) : approximateDisruptedQuantity(supply);
}
