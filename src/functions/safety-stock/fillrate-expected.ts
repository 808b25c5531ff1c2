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
    "APPROX is 1 - sigma G(k) / Q with k = safety stock / sigma, as most textbooks print it. With small lots it counts shortages of earlier cycles again and can fall below 0; EXACT takes them out, as SAFETYSTOCK.FILLRATE and SERVICE.ACHIEVED do. Safety stock may be negative.",
    "Periodic review: sdLt is over lead time plus review, sdBefore over the lead time alone, q the mean demand of a review interval. LOST: customers do not wait.",
  ],
  args: {
    safetyStock: number("Safety stock", "units"),
    q: quantity("Order quantity", { above: 0 }),
    sdLt: quantity("Standard deviation of demand over the lead time"),
    method: optional(choice("APPROX, or EXACT for both tails", ["APPROX", "EXACT"]), "APPROX"),
    sdBefore: optional(
      quantity("Standard deviation over the lead time alone, where there is a review"),
      undefined,
      "sdLt",
    ),
    shortage: optional(
      choice("BACKORDER, or LOST where customers do not wait", ["BACKORDER", "LOST"]),
      "BACKORDER",
    ),
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
    {
      args: [91.10210958, 500, 150, "EXACT", 100],
      returns: 0.95,
      within: 1e-9,
      from: "inverse of SAFETYSTOCK.FILLRATE(100, 50, 4, 500, 0.95, 0, 5)",
    },
    {
      args: [-100, 500, 100, "EXACT", null, "LOST"],
      returns: 0.821920221658,
      within: 1e-9,
      from: "500 / (500 + 100 G(-1)), G(-1) = 1.083315",
    },
  ],
  run: ({ safetyStock, q, sdLt, ...form }) => fillRate(safetyStock, q, sdLt, formOf(form)),
  explain: ({ safetyStock, q, sdLt, method, ...rest }) => {
    const form = formOf({ method, ...rest });
    const result = fillRate(safetyStock, q, sdLt, form);
    const short = form.lostSales ? q / result - q : (1 - result) * q;
    return [
      {
        label: "Safety factor k",
        formula: `${shown(safetyStock)} / ${shown(sdLt)}`,
        result: sdLt === 0 ? 0 : safetyStock / sdLt,
      },
      {
        label: "Units short per cycle",
        formula:
          form.oneSided || form.lostSales ? "sigma G(k)" : "sigma G(k) - sigma_L G((SS + Q) / sigma_L)",
        result: short,
      },
      {
        label: "Unit fill rate",
        formula: form.lostSales
          ? `${shown(q)} / (${shown(q)} + ${shown(short)})`
          : `1 - ${shown(short)} / ${shown(q)}`,
        result,
      },
    ];
  },
});

interface Form {
  readonly method: "APPROX" | "EXACT";
  readonly sdBefore: number | undefined;
  readonly shortage: "BACKORDER" | "LOST";
}

function formOf({ method, sdBefore, shortage }: Form) {
  return { oneSided: method === "APPROX", lostSales: shortage === "LOST", sdBefore };
}
