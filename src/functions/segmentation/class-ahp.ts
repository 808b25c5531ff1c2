import { pairwiseWeights } from "../../engine/segmentation";
import { cite } from "../../engine/sources";
import { defineFunction, valueList } from "../define";
import { matrix } from "../matrix-arguments";

export const classAhp = defineFunction({
  name: "CLASS.AHP",
  family: "segmentation",
  summary:
    "Weights of criteria from pairwise comparisons (analytic hierarchy process), then the consistency ratio.",
  notes: [
    "Row i, column j: how much more criterion i matters than j, on Saaty's scale from 1/9 to 9; the other half holds the reciprocals, the diagonal 1.",
    "One weight per criterion, sum 1, then the consistency ratio. Above 0.10 the judgements contradict each other and are refused, with the ratio in the message.",
  ],
  args: { pairwise: matrix("Pairwise comparisons", { unit: "a square block", rule: { above: 0 } }) },
  returns: valueList("Weights and consistency ratio", "fractions, sum 1; ratio"),
  source: cite("saaty-1980", "chapters 2 and 3"),
  examples: [
    {
      args: [
        [
          [1, 2, 4],
          [0.5, 1, 2],
          [0.25, 0.5, 1],
        ],
      ],
      returns: [[0.571428571428571], [0.285714285714286], [0.142857142857143], [0]],
      within: 1e-12,
      from: "without contradiction: 4, 2, 1 of 7",
    },
    {
      args: [
        [
          [1, 3, 5],
          [0.333333333333, 1, 3],
          [0.2, 0.333333333333, 1],
        ],
      ],
      returns: [[0.636985], [0.258285], [0.104729], [0.033202]],
      within: 1e-5,
      from: "numpy.linalg.eig: largest eigenvalue 3.038511; 0.0192556 / 0.58",
    },
    {
      args: [
        [
          [1, 5, 0.2],
          [0.2, 1, 5],
          [5, 0.2, 1],
        ],
      ],
      returns: { error: "#N/A" },
      from: "first over second over third over first",
    },
  ],
  run: ({ pairwise }) => {
    const { weights, consistencyRatio } = pairwiseWeights(pairwise);
    return [...weights, consistencyRatio];
  },
});
