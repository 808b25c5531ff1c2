import { protectionSd, safetyStockForFillRate, type Replenishment } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { choice, optional, probability, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { leadTime, leadTimeSd, mean, normalDoubtSteps, protectionStep, review, sd } from "./shared-arguments";
import { shown } from "../shown";

export const safetystockFillrate = defineFunction({
  name: "SAFETYSTOCK.FILLRATE",
  family: "safety-stock",
  summary: "Safety stock that meets a unit fill rate: the share of units delivered from stock.",
  notes: [
    "EXACT solves sigma [G(k) - G(k + Q/sigma)] = (1 - fill rate) Q; APPROX leaves the second term out and asks for too much when lots are small. Both give 0 where no safety stock is needed.",
    "With a review every review orders up to mean x (leadTime + review) + safety stock; q is then what an order amounts to, mean x review, and what is still owed after an arrival is counted over the lead time alone: sigma G(k) - sigma_L G((safety stock + q) / sigma_L) = (1 - fill rate) q.",
    "Normal demand. LOST: customers do not wait; nothing is owed after an arrival and what is lost is no part of the lot, sigma G(k) = q (1 - fill rate) / fill rate.",
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
    shortage: optional(
      choice("BACKORDER, or LOST where customers do not wait", ["BACKORDER", "LOST"]),
      "BACKORDER",
    ),
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
    {
      args: [100, 50, 4, 500, 0.98, 0, 0, "EXACT", "LOST"],
      returns: 89.13093363,
      within: 1e-6,
      from: "G(k) = 5 x 0.02 / 0.98 (scipy)",
    },
    {
      args: [100, 50, 4, 500, 0.95, 0, 5],
      returns: 91.10210958,
      within: 1e-6,
      from: "150 G(k) - 100 G((150 k + 500) / 100) = 25 (scipy)",
    },
  ],
  run: ({ q, fillRate, method, shortage, ...item }) =>
    safetyStockForFillRate(fillRate, q, protectionSd(item), formOf(method, shortage, item)),
  explain: ({ q, fillRate, method, shortage, ...item }) => {
    const sigma = protectionSd(item);
    const form = formOf(method, shortage, item);
    const result = safetyStockForFillRate(fillRate, q, sigma, form);
    const allowed = ((1 - fillRate) * q) / (form.lostSales ? fillRate : 1);
    const owed = `${shown(sigma)} G(k)`;
    const twoTails = `${owed} - ${shown(form.sdBefore)} G((SS + ${shown(q)}) / ${shown(form.sdBefore)})`;
    return [
      protectionStep(item),
      {
        label: "Units short per cycle that the target allows",
        formula: `(1 - ${shown(fillRate)}) x ${shown(q)}${form.lostSales ? ` / ${shown(fillRate)}` : ""}`,
        result: allowed,
      },
      {
        label: "Safety factor k",
        formula: `${form.oneSided || form.lostSales ? owed : twoTails} = ${shown(allowed)}`,
        result: sigma === 0 ? 0 : result / sigma,
      },
      { label: "Safety stock", formula: `max(0, k) x ${shown(sigma)}`, result },
      ...normalDoubtSteps(item),
    ];
  },
});

function formOf(method: "EXACT" | "APPROX", shortage: "BACKORDER" | "LOST", item: Replenishment) {
  return {
    oneSided: method === "APPROX",
    lostSales: shortage === "LOST",
    sdBefore: protectionSd({ ...item, review: 0 }),
  };
}
