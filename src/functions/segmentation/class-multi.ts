import { classStability, rankByCriteria } from "../../engine/segmentation";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, classCuts, numbers, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { matrix } from "../matrix-arguments";

export const classMulti = defineFunction({
  name: "CLASS.MULTI",
  family: "segmentation",
  summary:
    "Classes by several criteria: score, rank and class of each item, or how far they hang on the weights.",
  notes: [
    "One row an item, one column a criterion. Each criterion is scaled to 0-1 between its smallest and largest value, weighed and summed; sense -1 is for criteria of which less is more important, such as lead time to a substitute.",
    "cuts are shares of the number of items: A the first 20 %, B up to 50 %. A is the highest score. Equal scores keep their order.",
    'out="STABILITY" gives one number: the share of items that change class when any one weight is 10 % larger or smaller.',
  ],
  args: {
    criteria: matrix("Criteria, one row an item", { unit: "one column a criterion" }),
    weights: optional(
      numbers("Weight of each criterion, any scale", "one a column", { min: 0 }),
      undefined,
      "equal",
    ),
    sense: optional(
      numbers("1 where more is more important, -1 where less is", "one a column"),
      undefined,
      "1 for all",
    ),
    cuts: optional(classCuts("Share of the items at which A and B end", { above: 0, max: 1 }), [
      0.2, 0.5,
    ] as const),
    out: optional(
      choice("ITEMS, or STABILITY of the classes under 10 % other weights", ["ITEMS", "STABILITY"]),
      "ITEMS",
    ),
  },
  returns: table("Classes", "score 0-1, rank, class", ["score", "rank", "class"]),
  source: [cite("flores-whybark-1986", ""), cite("ramanathan-2006", "section 2")],
  examples: [
    {
      args: [
        [
          [100, 1],
          [50, 3],
          [0, 2],
        ],
        [[3, 1]],
      ],
      returns: [
        [0.75, 1, "A"],
        [0.625, 2, "B"],
        [0.125, 3, "C"],
      ],
      from: "scaled 1, 0; 0.5, 1; 0, 0.5 with weights 0.75 and 0.25; they start at 0, 1/3 and 2/3 of the items",
    },
    {
      args: [
        [
          [100, 1],
          [50, 3],
          [0, 2],
        ],
        [[3, 1]],
        [[1, -1]],
      ],
      returns: [
        [1, 1, "A"],
        [0.375, 2, "B"],
        [0.125, 3, "C"],
      ],
      from: "the second criterion the other way round",
    },
    {
      args: [
        [
          [1, 0],
          [0, 1],
        ],
        [[1, 1.05]],
        null,
        [[0.5, 0.9]],
        "STABILITY",
      ],
      returns: [[1]],
      from: "with 10 % more on the first both change places",
    },
  ],
  run: ({ criteria, weights, sense, cuts, out }) => {
    criteria.forEach((row, i) =>
      row.forEach((value, j) => {
        if (Number.isNaN(value))
          throw invalidInput(`criteria in row ${i + 1}, column ${j + 1}`, "must be a number", null);
      }),
    );
    for (const value of sense ?? []) {
      if (value !== 1 && value !== -1) throw invalidInput("sense", "must be 1 or -1", value);
    }
    const ones = criteria[0].map(() => 1);
    const request = { criteria, weights: weights ?? ones, senses: sense ?? ones, cuts };
    if (out === "STABILITY") return [[classStability(request)]];
    return rankByCriteria(request).map((item) => [item.score, item.rank, item.class]);
  },
});
