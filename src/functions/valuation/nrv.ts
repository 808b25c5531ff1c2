import { netRealisableValue } from "../../engine/valuation";
import { PlanningError } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { money, optional, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const nrv = defineFunction({
  name: "NRV",
  family: "valuation",
  summary: "Net realisable value per unit: price less completion less selling costs.",
  notes: [
    "Selling costs are all costs necessary to make the sale. Units held for a firm contract take the contract price, the rest the general price; the answer is their weighted mean.",
    "May be negative: the sale then costs more than it brings.",
  ],
  args: {
    price: money("Estimated selling price per unit"),
    completion: optional(money("Cost of completion per unit"), 0),
    selling: optional(money("All costs necessary to make the sale, per unit"), 0),
    contractQty: optional(quantity("Units sold under a firm contract"), 0),
    contractPrice: optional(money("Contract price per unit"), undefined, "needed with contractQty"),
    qty: optional(quantity("Units held", { above: 0 }), undefined, "needed with contractQty"),
  },
  vector: true,
  returns: value("Net realisable value", "money per unit"),
  source: [cite("ias-2", "paragraphs 6 and 31"), cite("asc-330", "330-10-20, net realizable value")],
  examples: [
    { args: [24, 3, 2], returns: 19, from: "24 - 3 - 2" },
    { args: [24, 3, 2, 60, 30, 100], returns: 22.6, from: "0.6 x 30 + 0.4 x 24 - 5" },
    {
      args: [24, 3, 2, 60],
      returns: { error: "#VALUE!", message: "contractPrice must be given with contractQty, got a blank" },
      from: "a contract has a price",
    },
  ],
  run: ({ contractQty, contractPrice, qty, ...terms }) =>
    netRealisableValue(terms, contract(contractQty, contractPrice, qty)),
  explain: ({ contractQty, contractPrice, qty, ...terms }) => {
    const costs = `${shown(terms.completion)} - ${shown(terms.selling)}`;
    const firm = contract(contractQty, contractPrice, qty);
    const price =
      firm === undefined
        ? shown(terms.price)
        : `(share ${shown(Math.min(1, firm.quantity / firm.held))} at ${shown(firm.price)}, rest at ${shown(terms.price)})`;
    return [
      {
        label: "Net realisable value",
        formula: `${price} - ${costs}`,
        result: netRealisableValue(terms, firm),
      },
    ];
  },
});

function contract(quantityUnderContract: number, price: number | undefined, held: number | undefined) {
  if (quantityUnderContract === 0) return undefined;
  if (price === undefined) throw missing("contractPrice");
  if (held === undefined) throw missing("qty");
  return { quantity: quantityUnderContract, price, held };
}

function missing(name: string): PlanningError {
  return new PlanningError("invalid-input", name, `${name} must be given with contractQty, got a blank`);
}
