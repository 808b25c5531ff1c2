import { linkHistory } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { fraction, number, optional, pairedSeries } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { orBlank } from "../or-blank";

export const demandLink = defineFunction({
  name: "DEMAND.LINK",
  family: "demand",
  summary: "History of a successor as if it had been there all along: its own demand plus its predecessor's.",
  notes: [
    "factor is how many units of the new product serve for one of the old: old pack size / new pack size. share is the part of the old demand that passes on; chain the function for several predecessors.",
    "Both histories cover the same periods. Where one is blank the other counts alone; where both are, the answer is blank.",
  ],
  args: {
    old: pairedSeries("Demand of the predecessor"),
    new: pairedSeries("Demand of the successor in the same periods"),
    factor: optional(number("Units of the new for one of the old", "ratio", { above: 0 }), 1),
    share: optional(fraction("Part of the old demand that passes on"), 1),
  },
  vector: true,
  returns: valueSeries("Linked history", "units per period"),
  source: cite("gilliland-2010", "ch. 6, new products that replace old ones"),
  examples: [
    {
      args: [[[40, 44, 20, null]], [[null, null, 30, 70]], 2, 0.75],
      returns: [[60, 66, 60, 70]],
      from: "40 x 2 x 0.75; 20 x 1.5 + 30; 70 alone",
    },
    {
      args: [[[1], [2]], [[3]]],
      returns: { error: "#VALUE!", message: "new must have as many periods as old (2), got 1" },
      from: "unequal lengths",
    },
  ],
  run: (request) => linkHistory(request).map(orBlank),
});
