import { invalidInput } from "../../engine/errors";
import { pushPull } from "../../engine/network";
import { cite } from "../../engine/sources";
import { number, numbers, optional } from "../arguments";
import { defineFunction, valueList } from "../define";
import { shown } from "../shown";

export const pushpull = defineFunction({
  name: "PUSHPULL",
  family: "network",
  summary: "Push, pull or buffer for each echelon of a chain: where stock decouples forecast from orders.",
  notes: [
    "One entry an echelon, in any order: the days from there to the customer. BUFFER is the echelon that holds the stock: it still delivers within tolerance. Echelons further away are replenished by forecast (PUSH), those nearer work to order (PULL).",
    "With cv and value of every echelon the buffer stands where it costs least: value x cv x square root of the time from the first echelon to it. Without them it stands as far from the customer as tolerance allows, where units are worth least and demand is pooled most.",
  ],
  args: {
    cumLeadTime: numbers("Days from each echelon to the customer", "days", { min: 0 }),
    tolerance: number("Days the customer is willing to wait", "days", { min: 0 }),
    cv: optional(
      numbers("Coefficient of variation of demand at each echelon", "ratio", { min: 0 }),
      undefined,
      "not looked at",
    ),
    value: optional(
      numbers("Worth of a unit at each echelon", "money per unit", { min: 0 }),
      undefined,
      "not looked at",
    ),
  },
  returns: valueList("Role of each echelon", "PUSH, BUFFER or PULL"),
  source: [cite("olhager-2003", "section 3"), cite("graves-willems-2000", "section 3")],
  examples: [
    {
      args: [[[30], [12], [5], [0]], 7],
      returns: [["PUSH"], ["PUSH"], ["BUFFER"], ["PULL"]],
      from: "the third echelon is the furthest that reaches the customer in 7 days",
    },
    {
      args: [[[30], [12], [5], [0]], 14, [[0.2], [0.25], [0.3], [0.9]], [[2], [10], [11], [14]]],
      returns: [["PUSH"], ["BUFFER"], ["PULL"], ["PULL"]],
      from: "10 x 0.25 x sqrt(18) = 10.6, 11 x 0.3 x sqrt(25) = 16.5, 14 x 0.9 x sqrt(30) = 69",
    },
    {
      args: [[[30], [12], [5]], 2],
      returns: {
        error: "#N/A",
        message:
          "tolerance must be at least the shortest cumulative lead time (5), got 2: no echelon can serve in time",
      },
      from: "the customer will not wait for the last echelon",
    },
  ],
  run: (args) => [...decoupled(args).roles],
  explain: (args) => {
    const { buffer, relativeCost } = decoupled(args);
    const others = relativeCost.flatMap((ratio, i) =>
      Number.isNaN(ratio) || i === buffer
        ? []
        : [{ label: `Buffer at echelon ${i + 1} instead`, formula: "x the cost", result: ratio }],
    );
    return [
      {
        label: "Buffer at echelon",
        formula: `within ${shown(args.tolerance)} days of the customer`,
        result: buffer + 1,
      },
      ...others,
    ];
  },
});

interface Parsed {
  readonly cumLeadTime: readonly number[];
  readonly tolerance: number;
  readonly cv: readonly number[] | undefined;
  readonly value: readonly number[] | undefined;
}

function decoupled({ cumLeadTime, tolerance, cv, value }: Parsed) {
  for (const [name, list] of [["cv", cv] as const, ["value", value] as const]) {
    if (list !== undefined && list.length !== cumLeadTime.length)
      throw invalidInput(
        name,
        `must have as many entries as cumLeadTime (${cumLeadTime.length})`,
        list.length,
      );
  }
  const echelons = cumLeadTime.map((days, i) => ({
    cumulativeLeadTime: days,
    cv: cv?.[i] ?? NaN,
    unitValue: value?.[i] ?? NaN,
  }));
  return pushPull(echelons, tolerance);
}
