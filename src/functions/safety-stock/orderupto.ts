import { orderUpToLevel, safetyStock } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { periods } from "../arguments";
import { defineFunction, value } from "../define";
import { csl, leadTime, leadTimeSd, mean, protectionStep, sd } from "./shared-arguments";
import { shown } from "../shown";

export const orderupto = defineFunction({
  name: "ORDERUPTO",
  family: "safety-stock",
  summary: "Order-up-to level of a periodic review for a cycle service level.",
  args: { mean, sd, leadTime, review: periods("Review interval"), csl, leadTimeSd },
  vector: true,
  returns: value("Order-up-to level", "units"),
  source: cite("silver-pyke-thomas-2017", "section 6.8"),
  examples: [{ args: [50, 5, 6, 7, 0.9, 2], returns: 780.22, within: 0.01, from: "50 x 13 + 130.22" }],
  run: ({ csl: target, ...item }) => orderUpToLevel(item, target),
  explain: ({ csl: target, ...item }) => {
    const stock = safetyStock(item, target, "NORMAL");
    return [
      protectionStep(item),
      { label: "Safety stock", formula: `cycle service level ${shown(target)}`, result: stock },
      {
        label: "Order-up-to level",
        formula: `${shown(item.mean)} x (${shown(item.leadTime)} + ${shown(item.review)}) + ${shown(stock)}`,
        result: orderUpToLevel(item, target),
      },
    ];
  },
});
