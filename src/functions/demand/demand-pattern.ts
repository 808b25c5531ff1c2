import { demandPattern, demandStatistics } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { series } from "../arguments";
import { defineFunction, value } from "../define";

export const demandPatternFunction = defineFunction({
  name: "DEMAND.PATTERN",
  family: "demand",
  summary: "Demand pattern: Smooth, Erratic, Intermittent or Lumpy.",
  notes: [
    "Cuts at an average demand interval of 1.32 and a squared variation of sizes of 0.49. A label, not a choice of method.",
  ],
  args: { demand: series("Demand history") },
  vector: true,
  returns: value("Pattern", "text"),
  source: cite("syntetos-boylan-croston-2005", "figure 1"),
  examples: [
    { args: [[[10, 11, 9, 10, 12, 10]]], returns: "Smooth", from: "demand each period, sizes alike" },
    { args: [[[1, 30, 2, 45, 1, 3]]], returns: "Erratic", from: "demand each period, sizes differ" },
    { args: [[[0, 5, 0, 0, 6, 0, 5, 0, 0, 6]]], returns: "Intermittent", from: "ADI 2.5, sizes alike" },
    { args: [[[0, 1, 0, 0, 40, 0, 2, 0, 0, 30]]], returns: "Lumpy", from: "ADI 2.5, sizes differ" },
    {
      args: [[[0, 1, 0]]],
      returns: { error: "#N/A", message: "demand must hold at least 4 periods with demand, got 1" },
      from: "too little to judge",
    },
  ],
  run: ({ demand }) => demandPattern(demand),
  explain: ({ demand }) => {
    const { adi, cv2 } = demandStatistics(demand, 12);
    return [
      {
        label: "Average demand interval",
        formula: "periods / periods with demand, against 1.32",
        result: adi ?? "",
      },
      {
        label: "Squared variation of sizes",
        formula: "(sd / mean)^2 of sizes, against 0.49",
        result: cv2 ?? "",
      },
      { label: "Pattern", formula: "by the two cuts", result: demandPattern(demand) },
    ];
  },
});
