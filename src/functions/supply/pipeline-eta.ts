import { invalidInput } from "../../engine/errors";
import { journeyTime, type Leg } from "../../engine/supply";
import { cite } from "../../engine/sources";
import { optional, pairs, probability } from "../arguments";
import { date } from "../date-arguments";
import { defineFunction, value } from "../define";

export const pipelineEta = defineFunction({
  name: "PIPELINE.ETA",
  family: "supply",
  summary: "Day by which a shipment has arrived with a given probability, from mean and spread of its legs.",
  notes: [
    "legs has a row a leg: mean and standard deviation in calendar days. Legs are independent and each is gamma: never negative, with a long tail. Their sum is exact, no normal approximation.",
    "The answer is a date with the time of day as its fraction: give the cell a date format. 0.8 is a promise to plan with, 0.5 the day that is missed half of the time.",
  ],
  args: {
    dispatch: date("Day it leaves"),
    legs: pairs("Legs: mean, standard deviation in days", { min: 0 }),
    prob: optional(probability("Chance of having arrived by then"), 0.8),
  },
  vector: true,
  returns: value("Arrival", "date"),
  source: [cite("moschopoulos-1985", "theorem 1"), cite("davies-1973", "")],
  examples: [
    {
      args: [
        "2024-03-01",
        [
          [30, 5],
          [3, 3],
          [1, 1],
        ],
      ],
      returns: 45390.74609932979,
      within: 1e-6,
      from: "scipy, gamma density integrated against the sum of two exponentials: 38.746099 days",
    },
    {
      args: [
        45352,
        [
          [30, 5],
          [3, 3],
          [1, 1],
        ],
        0.5,
      ],
      returns: 45385.56927710532,
      within: 1e-6,
      from: "the same: 33.569277 days",
    },
    { args: [45352, [[10, 0]]], returns: 45362, from: "a leg without spread" },
    {
      args: [45352, [[0, 2]]],
      returns: { error: "#VALUE!", message: "legs must have a mean above 0 where sd is above 0, got 0" },
      from: "a spread around nothing",
    },
  ],
  run: ({ dispatch, legs, prob }) => dispatch + journeyTime(legsOf(legs)).within(prob),
  explain: ({ dispatch, legs, prob }) => {
    const journey = journeyTime(legsOf(legs));
    return [
      { label: "Mean journey, days", formula: "sum of means", result: journey.mean },
      { label: "Spread, days", formula: "root of the sum of squares", result: journey.sd },
      { label: "Days it has arrived in", formula: `with probability ${prob}`, result: journey.within(prob) },
      { label: "Arrival", formula: "dispatch + days", result: dispatch + journey.within(prob) },
    ];
  },
});

function legsOf(legs: readonly (readonly [number, number])[]): Leg[] {
  if (legs.length === 0) throw invalidInput("legs", "must have at least one leg", null);
  return legs.map(([mean, sd]) => ({ mean, sd }));
}
