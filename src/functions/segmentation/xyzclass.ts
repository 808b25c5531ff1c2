import { xyzClass } from "../../engine/segmentation";
import { cite } from "../../engine/sources";
import { classCuts, number, optional } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const xyzclass = defineFunction({
  name: "XYZCLASS",
  family: "segmentation",
  summary: "XYZ class by coefficient of variation: X steady, Y variable, Z erratic.",
  notes: [
    "Feed it with the coefficient of variation of forecast errors where you can: seasonal demand is not unpredictable.",
  ],
  args: {
    cv: number("Coefficient of variation: standard deviation over mean", "ratio", { min: 0 }),
    cuts: optional(classCuts("Coefficient at which X and Y end", { above: 0 }), [0.5, 1] as const),
  },
  vector: true,
  returns: value("Class", "X, Y or Z"),
  source: cite("scholz-reiter-2012", "section 2"),
  examples: [
    {
      args: [[[0.2], [0.5], [0.7], [1.3]]],
      returns: [["X"], ["X"], ["Y"], ["Z"]],
      from: "cuts 0.5 and 1, ends included",
    },
    {
      args: [-1],
      returns: { error: "#VALUE!", message: "cv must be at least 0, got -1" },
      from: "no negative spread",
    },
  ],
  run: ({ cv, cuts }) => xyzClass(cv, cuts),
  explain: ({ cv, cuts }) => [
    {
      label: "Class",
      formula: `${shown(cv)} against X up to ${shown(cuts[0])} and Y up to ${shown(cuts[1])}`,
      result: xyzClass(cv, cuts),
    },
  ],
});
