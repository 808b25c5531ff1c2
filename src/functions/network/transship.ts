import { transship as move } from "../../engine/allocation";
import { PlanningError, invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { money, number, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { matrix } from "../matrix-arguments";
import { numbersInStep } from "../numbers-in-step";

export const transship = defineFunction({
  name: "TRANSSHIP",
  family: "network",
  summary: "Moves from sites with excess to sites in need: as much as can be moved, at the least cost.",
  notes: [
    "A row a source, a column a sink. All that excess, needs and lanes allow is moved, and of all ways to move it the cheapest is taken. Nothing moves beyond the excess of a source or the need of a sink; a blank excess or need is none, a blank cost means that there is no lane. Negative costs are savings.",
    "minvalue: a lane moves nothing, or units worth at least so much at unitcost. multiple: quantities are whole multiples of it; without it they are not rounded (whole numbers stay whole in any case).",
    "Exact: network simplex; with minvalue, branch and bound over the lanes that would move too little, and an integer program where they are many. What it saves elsewhere, such as write-downs, belongs into the costs.",
  ],
  args: {
    excess: numbersInStep("What each source can spare", "units", { min: 0 }),
    need: numbersInStep("What each sink lacks", "units", { min: 0 }),
    cost: matrix("Cost of a unit moved, sources x sinks; blank where there is no lane", {
      unit: "money per unit",
    }),
    minValue: optional(money("Least worth of a move"), 0),
    unitCost: optional(money("Worth of a unit", { above: 0 }), undefined, "needed with minvalue"),
    multiple: optional(
      number("Quantities are whole multiples of it", "units", { above: 0 }),
      undefined,
      "unrounded",
    ),
  },
  heavy: true,
  solver: true,
  returns: table("Units moved, sources x sinks", "units", []),
  source: [cite("ahuja-magnanti-orlin-1993", "section 1.2, chapter 11"), cite("cunningham-1976", "")],
  examples: [
    {
      args: [
        [[30], [20]],
        [[25], [15], [20]],
        [
          [1, 2, 3],
          [2, null, 1],
        ],
      ],
      returns: [
        [25, 5, 0],
        [0, 0, 20],
      ],
      from: "scipy linprog (HiGHS): 50 moved for 55",
    },
    {
      args: [
        [[30], [20]],
        [[25], [15], [20]],
        [
          [1, 2, 3],
          [2, null, 1],
        ],
        60,
        4,
      ],
      returns: [
        [15, 15, 0],
        [0, 0, 20],
      ],
      from: "moves of at least 15: 50 moved again, for 65",
    },
    {
      args: [[[30]], [[25]], [[1]], 100],
      returns: { error: "#VALUE!", message: "unitCost must be given with minValue, got a blank" },
      from: "worth of what?",
    },
  ],
  run: ({ excess, need, cost, minValue, unitCost, multiple }) => {
    if (cost.length > excess.length)
      throw invalidInput(
        "cost",
        `must have as many rows as excess has entries (${excess.length})`,
        cost.length,
      );
    if (cost[0].length !== need.length)
      throw invalidInput(
        "cost",
        `must have as many columns as need has entries (${need.length})`,
        cost[0].length,
      );
    if (minValue > 0 && unitCost === undefined)
      throw invalidInput("unitCost", "must be given with minValue", null);
    const moves = move({
      excess: excess.map((units) => units || 0),
      need: need.map((units) => units || 0),
      // Blank rows at the end were left out: sources without a lane.
      cost: excess.map((_, i) => cost[i] ?? need.map(() => NaN)),
      smallestMove: minValue > 0 ? minValue / unitCost! : 0,
      multiple,
    });
    if (!moves.proven) {
      const message = `minValue leaves too many ways to combine moves: the best was not proven among ${excess.length} x ${need.length} lanes; lower it or use fewer sites`;
      throw new PlanningError("not-converged", "minValue", message);
    }
    return moves.units as number[][];
  },
});
