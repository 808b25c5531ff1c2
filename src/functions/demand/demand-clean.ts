import { changed, cleanDemand, cleaningMethods, lastStandsOut, observed } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { choice, count, number, optional } from "../arguments";
import { defineFunction, parallelSeries } from "../define";
import { shown } from "../shown";
import { orBlank } from "../or-blank";
import { periodHistory } from "./period-history";

export const demandClean = defineFunction({
  name: "DEMAND.CLEAN",
  family: "demand",
  summary:
    "Demand with its outliers replaced, and a flag that says where: 1 changed, 2 last period stands out.",
  notes: [
    "HAMPEL: farther than k robust standard deviations (1.4826 x median absolute deviation) from the median of the seven periods around, replaced by that median; the deviation is never taken to be less than what is usual in the whole history. IQR: more than k interquartile ranges beyond the quartiles of the whole history, replaced by a straight line between the neighbours that stay. CAP: farther than k robust deviations from the median of the whole history, brought back to that limit.",
    "The last period is never changed: what stands out there may be the start of something. Flag 2 asks you to look.",
    "With season, a profile of medians is taken out before judging and put back after; it needs three seasons. Where demand is intermittent (a period with demand in fewer than one of 1.32), periods without demand stay and only the sizes are judged. With fewer than five values to judge nothing is changed. A blank stays blank. Demand that is never negative does not become so.",
    "Two columns, or two rows if the history runs across. Over a block, one item a row, the cleaned demand only; out=FLAG then gives the flags.",
  ],
  args: {
    demand: periodHistory("Demand history"),
    method: optional(choice("How outliers are found and replaced", cleaningMethods), "HAMPEL"),
    k: optional(number("How far is too far; see the notes", "deviations", { above: 0 }), 3),
    season: optional(count("Periods in a season", "periods", { min: 2, max: 366 }), undefined, "no season"),
    out: optional(choice("What to return", ["BOTH", "CLEANED", "FLAG"]), "BOTH"),
  },
  returns: parallelSeries("Cleaned demand", "units per period, flag", ["cleaned", "flag"]),
  source: [
    cite("pearson-2002", "the Hampel filter"),
    cite("tukey-1977", "ch. 2, fences"),
    cite("iglewicz-hoaglin-1993", "section 3, robust deviations"),
  ],
  examples: [
    {
      args: [[[10], [12], [11], [50], [9], [10], [12], [11]]],
      returns: [
        [10, 0],
        [12, 0],
        [11, 0],
        [11, 1],
        [9, 0],
        [10, 0],
        [12, 0],
        [11, 0],
      ],
      from: "median of the seven around is 11, their deviation 1.48; 50 is beyond 11 + 3 x 1.48",
    },
    {
      args: [[[10, 12, 11, 50, 9, 10, 12, 11]], "CAP", null, null, "CLEANED"],
      returns: [[10, 12, 11, 15.447806655516806, 9, 10, 12, 11]],
      from: "median 11, median deviation 1: 11 + 3 x 1.4826",
    },
    {
      args: [[[10, 12, 11, 9, 10, 12, 50]]],
      returns: [
        [10, 12, 11, 9, 10, 12, 50],
        [0, 0, 0, 0, 0, 0, 2],
      ],
      from: "the last period is flagged and left",
    },
  ],
  run: ({ demand, out, ...request }) => {
    const { values, flags } = cleanDemand(demand, request);
    if (out === "CLEANED") return values.map(orBlank);
    if (out === "FLAG") return flags.map(orBlank);
    return [values.map(orBlank), flags.map(orBlank)];
  },
  explain: ({ demand, out: _, ...request }) => {
    const { values, flags } = cleanDemand(demand, request);
    const moved = values.reduce((sum, units, t) => sum + (Number.isNaN(units) ? 0 : units - demand[t]), 0);
    const seasonal = request.season === undefined ? "" : `, season of ${request.season} taken out first`;
    return [
      {
        label: "Periods with a number",
        formula: `${demand.length} less the blanks`,
        result: observed(demand).length,
      },
      {
        label: "Periods changed",
        formula: `${request.method} with k = ${shown(request.k)}${seasonal}`,
        result: flags.filter((flag) => flag === changed).length,
      },
      { label: "Units added", formula: "cleaned less recorded demand", result: moved },
      {
        label: "Last period",
        formula: "never changed",
        result: flags.includes(lastStandsOut) ? "stands out: have a look" : "in line",
      },
    ];
  },
});
