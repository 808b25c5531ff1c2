import { protectionSd, safetyStockForFillRate } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { choice, optional, probability, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { leadTime, leadTimeSd, mean, protectionStep, review, sd } from "./shared-arguments";
import { shown } from "../shown";

export const safetystockFillrate = defineFunction({
  name: "SAFETYSTOCK.FILLRATE",
  family: "safety-stock",
  summary: "Safety stock that meets a unit fill rate: the share of units delivered from stock.",
  notes: [
    "EXACT solves sigma [G(k) - G(k + Q/sigma)] = (1 - fill rate) Q; APPROX leaves the second term out and asks for too much when lots are small. Both give 0 where no safety stock is needed.",
    "Normal demand over the lead time, backorders.",
  ],
  args: {
    mean,
    sd,
    leadTime,
    q: quantity("Order quantity", { above: 0 }),
    fillRate: probability("Unit fill rate: share of units delivered from stock"),
    leadTimeSd,
    review,
    method: optional(choice("EXACT, or APPROX as most textbooks print it", ["EXACT", "APPROX"]), "EXACT"),
  },
  vector: true,
  returns: value("Safety stock", "units"),
  source: [cite("silver-pyke-thomas-2017", "section 6.7.6"), cite("hadley-whitin-1963", "section 4-9")],
  examples: [
    {
      args: [100, 50, 4, 500, 0.98],
      returns: 90.23,
      within: 0.01,
      from: "sigma 100: G(k) = 0.02 x 500 / 100 = 0.1, k = 0.9023",
    },
    { args: [100, 50, 4, 5000, 0.98], returns: 0, from: "large lots meet 98 % without safety stock" },
    {
      args: [100, 50, 4, 50, 0.98, 0, 0, "APPROX"],
      returns: 193.8356,
      within: 0.01,
      from: "G(k) = 0.02 x 50 / 100 = 0.01, k = 1.938356 (scipy)",
    },
  ],
  run: ({ q, fillRate, method, ...item }) =>
    safetyStockForFillRate(fillRate, q, protectionSd(item), method === "APPROX"),
  explain: ({ q, fillRate, method, ...item }) => {
    const sigma = protectionSd(item);
    const result = safetyStockForFillRate(fillRate, q, sigma, method === "APPROX");
    const shortage = method === "APPROX" ? "G(k)" : `G(k) - G(k + ${shown(q)} / ${shown(sigma)})`;
    return [
      protectionStep(item),
      {
        label: "Units short per cycle that the target allows",
        formula: `(1 - ${shown(fillRate)}) x ${shown(q)}`,
        result: (1 - fillRate) * q,
      },
      {
        label: "Safety factor k",
        formula: `${shown(sigma)} x [${shortage}] = ${shown((1 - fillRate) * q)}`,
        result: sigma === 0 ? 0 : result / sigma,
      },
      { label: "Safety stock", formula: `max(0, k) x ${shown(sigma)}`, result },
    ];
  },
});
