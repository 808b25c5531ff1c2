import { insufficientData, invalidInput } from "../../engine/errors";
import { pushPull } from "../../engine/network";
import { cite } from "../../engine/sources";
import { number, optional } from "../arguments";
import { defineFunction, valueList } from "../define";
import { checkGiven, numbersInStep } from "../numbers-in-step";
import { shown } from "../shown";

export const pushpull = defineFunction({
  name: "PUSHPULL",
  family: "network",
  summary: "Push, pull or buffer for each echelon of a chain: where stock decouples forecast from orders.",
  notes: [
    "One entry an echelon, in any order: the days from there to the customer; a blank stays blank. BUFFER is the echelon that holds the stock: it still delivers within tolerance. Echelons further away are replenished by forecast (PUSH), those nearer work to order (PULL).",
    "One stock, which delivers at once. For networks with several, and with transport, run push-pull.",
    "With cv and value of every echelon the buffer stands where it costs least: value x cv x square root of the time from the first echelon to it. One cv, or one value, is that of every echelon. Without them it stands as far from the customer as tolerance allows, where units are worth least and demand is pooled most.",
  ],
  args: {
    cumLeadTime: numbersInStep("Days from each echelon to the customer", "days", { min: 0 }),
    tolerance: number("Days the customer is willing to wait", "days", { min: 0 }),
    cv: optional(
      numbersInStep("Coefficient of variation of demand at each echelon", "ratio", { min: 0 }),
      undefined,
      "not looked at",
    ),
    value: optional(
      numbersInStep("Worth of a unit at each echelon", "money per unit", { min: 0 }),
      undefined,
      "not looked at",
    ),
  },
  returns: valueList("Role of each echelon", "PUSH, BUFFER or PULL"),
  source: [
    cite("olhager-2003", "section 3"),
    cite("graves-willems-2000", "section 3"),
    cite("simchi-levi-2008", "section 6.2"),
  ],
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
  run: (args) => {
    const { positions, roles } = decoupled(args);
    const result = new Array<string>(positions[positions.length - 1] + 1).fill("");
    positions.forEach((position, k) => (result[position] = roles[k]));
    return result;
  },
  explain: (args) => {
    const { positions, buffer, relativeCost } = decoupled(args);
    const others = relativeCost.flatMap((ratio, k) =>
      Number.isNaN(ratio) || k === buffer
        ? []
        : [{ label: `Buffer at echelon ${positions[k] + 1} instead`, formula: "x the cost", result: ratio }],
    );
    return [
      {
        label: "Buffer at echelon",
        formula: `within ${shown(args.tolerance)} days of the customer`,
        result: positions[buffer] + 1,
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
  const positions = cumLeadTime.flatMap((days, i) => (Number.isNaN(days) ? [] : [i]));
  if (positions.length === 0) throw insufficientData("cumLeadTime", "must hold numbers", null);
  const [cvs, values] = [ofEchelons("cv", cv, cumLeadTime), ofEchelons("value", value, cumLeadTime)];
  const echelons = positions.map((i) => ({
    cumulativeLeadTime: cumLeadTime[i],
    cv: cvs[i],
    unitValue: values[i],
  }));
  return { positions, ...pushPull(echelons, tolerance) };
}

/** In step with the echelons, NaN where left out. */
function ofEchelons(
  name: string,
  list: readonly number[] | undefined,
  cumLeadTime: readonly number[],
): readonly number[] {
  if (list === undefined) return cumLeadTime.map(() => NaN);
  if (list.length === 1) return cumLeadTime.map(() => list[0]);
  if (list.length !== cumLeadTime.length)
    throw invalidInput(
      name,
      `must have one entry, or as many as cumLeadTime (${cumLeadTime.length})`,
      list.length,
    );
  checkGiven(
    name,
    list,
    cumLeadTime.map((days) => !Number.isNaN(days)),
  );
  return list;
}
