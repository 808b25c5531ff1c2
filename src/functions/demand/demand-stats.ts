import { demandStatistics } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { count, flag, optional, series } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";

export const demandStats = defineFunction({
  name: "DEMAND.STATS",
  family: "demand",
  summary:
    "Count, mean, deviation, variation, demand interval, zero share, trend and seasonal strength of demand.",
  notes: [
    "sd is the sample standard deviation (n - 1). ADI is periods per period with demand; CV2 the squared variation of the sizes, zeros left out. Trend is the least-squares slope per period as a share of the mean. Seasonal strength is 0 to 1 and needs three full seasons.",
    "A figure that the data cannot give is left empty.",
  ],
  args: {
    demand: series("Demand history"),
    header: optional(flag("TRUE puts column names on top"), false),
    season: optional(count("Periods in a season, for the seasonal strength", "periods", { min: 2 }), 12),
  },
  returns: row("Statistics", "see columns", [
    "n",
    "mean",
    "sd",
    "CV",
    "ADI",
    "CV2",
    "zero share",
    "trend",
    "seasonal strength",
  ]),
  source: [
    cite("syntetos-boylan-croston-2005", "ADI and CV2"),
    cite("hyndman-athanasopoulos-2021", "section 4.3, seasonal strength"),
  ],
  examples: [
    {
      args: [[[2, 4, 0, 6]]],
      returns: [
        [4, 3, 2.58198889747161, 0.860662965823871, 1.33333333333333, 0.25, 0.25, 0.266666666666667, ""],
      ],
      within: 1e-12,
      from: "by hand: sd sqrt(20/3); 4/3; (2/4)^2; slope 0.8 of 3",
    },
    { args: [[[0], [0]]], returns: [[2, 0, 0, "", "", "", 1, "", ""]], from: "nothing to say about sizes" },
  ],
  run: ({ demand, season }) => {
    const { n, mean, sd, cv, adi, cv2, zeroShare, trend, seasonalStrength } = demandStatistics(
      demand,
      season,
    );
    return [n, mean, sd, cv, adi, cv2, zeroShare, trend, seasonalStrength].map((figure) => figure ?? "");
  },
  explain: ({ demand, season }) => {
    const { n, mean, sd, adi } = demandStatistics(demand, season);
    return [
      { label: "Periods observed", formula: `${demand.length} periods less the missing ones`, result: n },
      { label: "Mean", formula: "sum / periods observed", result: mean },
      {
        label: "Standard deviation",
        formula: `sqrt(sum of (demand - ${shown(mean)})^2 / (${n} - 1))`,
        result: sd ?? "",
      },
      {
        label: "Average demand interval",
        formula: "periods observed / periods with demand",
        result: adi ?? "",
      },
    ];
  },
});
