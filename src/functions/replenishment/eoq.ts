import { economicOrderQuantity } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { money, number, optional, pairs, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const eoq = defineFunction({
  name: "EOQ",
  family: "replenishment",
  summary: "Economic order quantity, with minimum order, pack size and price breaks.",
  notes: [
    "Demand and carrying rate are per year. The carrying rate is your policy: capital, space, risk.",
    "breaks is a block of two columns, from-quantity and unit price; the price holds for the whole order. Below the first break unitCost applies.",
  ],
  args: {
    demand: number("Demand per year", "units per year", { min: 0 }),
    orderCost: money("Cost of one order"),
    unitCost: money("Cost of one unit", { above: 0 }),
    carryRate: optional(
      number("Yearly cost of carrying stock, as a share of its value", "fraction", { above: 0, max: 5 }),
      0.2,
    ),
    moq: optional(quantity("Minimum order quantity"), 0),
    multiple: optional(quantity("Pack size the order must be a multiple of"), 0),
    breaks: optional(
      pairs("Price breaks: from-quantity and unit price", { above: 0 }),
      undefined,
      "no price breaks",
    ),
  },
  vector: true,
  returns: value("Order quantity", "units"),
  source: [cite("harris-1913", ""), cite("silver-pyke-thomas-2017", "sections 4.1 and 4.5")],
  examples: [
    { args: [1300, 8, 1.125], returns: 304.0468, within: 0.0001, from: "sqrt(2 x 1300 x 8 / 0.225)" },
    { args: [0, 8, 1.125], returns: 0, from: "no demand" },
    {
      args: [1300, 8, 1.125, 0.2, 0, 100],
      returns: 300,
      from: "yearly cost 1,530.92 at 300 against 1,533.50 at 400",
    },
    {
      args: [1300, 8, 1.125, 0.2, 0, 0, [[500, 1]]],
      returns: 500,
      from: "1,300 + 20.80 + 50 = 1,370.80 against 1,530.91 at 304.05",
    },
  ],
  run: ({ moq, breaks, ...rest }) =>
    economicOrderQuantity({ ...rest, minimum: moq, breaks: priceBreaks(breaks) }),
  explain: ({ moq, breaks, ...rest }) => [
    {
      label: "Carrying cost of one unit for a year",
      formula: `${shown(rest.carryRate)} x ${shown(rest.unitCost)}`,
      result: rest.carryRate * rest.unitCost,
    },
    {
      label: "Economic order quantity",
      formula: `sqrt(2 x ${shown(rest.demand)} x ${shown(rest.orderCost)} / ${shown(rest.carryRate * rest.unitCost)})${
        moq > 0 || rest.multiple > 0 || breaks !== undefined ? ", then the cheapest reachable quantity" : ""
      }`,
      result: economicOrderQuantity({ ...rest, minimum: moq, breaks: priceBreaks(breaks) }),
    },
  ],
});

function priceBreaks(breaks: readonly (readonly [number, number])[] | undefined) {
  return (breaks ?? []).map(([from, price]) => ({ from, price }));
}
