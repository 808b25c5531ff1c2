import { fillRate } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { choice, number, optional, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const fillrateExpected = defineFunction({
  name: "FILLRATE.EXPECTED",
  family: "safety-stock",
  summary:
    "Unit fill rate that a safety stock gives with a lot of q, by the textbook's one-tail formula or exactly.",
  notes: [
    "APPROX is 1 - sigma G(k) / Q with k = safety stock / sigma, as most textbooks print it. With small lots it counts shortages of earlier cycles again and can fall below 0; EXACT takes them out, as SAFETYSTOCK.FILLRATE and SERVICE.ACHIEVED do.",
  ],
  args: {
    safetyStock: number("Safety stock", "units"),
    q: quantity("Order quantity", { above: 0 }),
    sdLt: quantity("Standard deviation of demand over the lead time"),
    method: optional(choice("APPROX, or EXACT for both tails", ["APPROX", "EXACT"]), "APPROX"),
  },
  vector: true,
  returns: value("Unit fill rate", "fraction"),
  source: [cite("silver-pyke-thomas-2017", "section 6.7.6"), cite("hadley-whitin-1963", "section 4-9")],
  examples: [
    { args: [90.23, 500, 100], returns: 0.98, within: 1e-5, from: "G(0.9023) = 0.1; 1 - 100 x 0.1 / 500" },
    { args: [0, 50, 100], returns: 0.20211544, within: 1e-8, from: "1 - 100 x 0.39894228 / 50" },
    {
      args: [0, 50, 100, "EXACT"],
      returns: 0.597708554,
      within: 1e-9,
      from: "1 - 100 [G(0) - G(0.5)] / 50, mpmath",
    },
  ],
  run: ({ safetyStock, q, sdLt, method }) => fillRate(safetyStock, q, sdLt, method === "APPROX"),
  explain: ({ safetyStock, q, sdLt, method }) => {
    const result = fillRate(safetyStock, q, sdLt, method === "APPROX");
    return [
      {
        label: "Safety factor k",
        formula: `${shown(safetyStock)} / ${shown(sdLt)}`,
        result: sdLt === 0 ? 0 : safetyStock / sdLt,
      },
      {
        label: "Units short per cycle",
        formula: method === "APPROX" ? "sigma G(k)" : "sigma [G(k) - G(k + Q / sigma)]",
        result: (1 - result) * q,
      },
      { label: "Unit fill rate", formula: `1 - ${shown((1 - result) * q)} / ${shown(q)}`, result },
    ];
  },
});
