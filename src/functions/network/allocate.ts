import { allocate as share, allocationMethods } from "../../engine/allocation";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, number, optional, quantity } from "../arguments";
import { defineFunction, valueList } from "../define";
import { numbersInStep } from "../numbers-in-step";
import { shown } from "../shown";

export const allocate = defineFunction({
  name: "ALLOCATE",
  family: "network",
  summary:
    "Shares a scarce supply among demands: by priority and fairly within a tier, fairly overall, or equally.",
  notes: [
    "Floors come first, to every entry, as much of each as its demand takes. Then PRIORITY serves tier after tier, 1 before 2, blanks last; no tier gets anything beyond its floors while an earlier one could take more. FAIR and EQUAL look at no priorities.",
    "Fair within a tier, and FAIR overall: the same share of demand for all as far as floors allow, which is the lexicographic max-min of fill ratios. EQUAL: the same quantity for all, as far as demands and floors allow.",
    "Without multiple nothing is rounded. With it all quantities are whole multiples, never above the demand; remainders go to the largest, the earliest entry among equals, so that the sum is exactly what supply holds in whole multiples, or all that can be taken. An entry with a blank demand stays blank.",
  ],
  args: {
    supply: quantity("What there is to share"),
    demand: numbersInStep("Demand of each customer or site", "units", { min: 0 }),
    priority: optional(
      numbersInStep("Tier of each, 1 before 2; blanks come last", "number"),
      undefined,
      "one tier",
    ),
    method: optional(choice("PRIORITY, FAIR or EQUAL", allocationMethods), "PRIORITY" as const),
    floor: optional(
      numbersInStep("Quantity kept for each before anything is shared", "units", { min: 0 }),
      undefined,
      "none",
    ),
    multiple: optional(
      number("Quantities are whole multiples of it", "units", { above: 0 }),
      undefined,
      "unrounded",
    ),
  },
  returns: valueList("Quantity of each", "units"),
  source: [cite("silver-pyke-thomas-2017", "section 11.6"), cite("luss-1999", "section 2")],
  examples: [
    {
      args: [80, [[50], [40], [20]], [[1], [2], [2]]],
      returns: [[50], [20], [10]],
      from: "the first tier in full, then 30 / 60 of each demand",
    },
    {
      args: [80, [[50], [40], [20]], null, "FAIR"],
      returns: [[36.36363636363637], [29.09090909090909], [14.545454545454545]],
      from: "80 / 110 of each demand",
    },
    {
      args: [80, [[50], [40], [20]], null, "FAIR", null, 1],
      returns: [[36], [29], [15]],
      from: "the largest remainder is rounded up; the sum stays 80",
    },
    {
      args: [80, [[50], [40], [20]], null, "EQUAL"],
      returns: [[30], [30], [20]],
      from: "the last wants no more, the others share the rest",
    },
    {
      args: [80, [[50], [40], [20]], [[1], [2], [2]], null, [[0], [0], [20]]],
      returns: [[50], [10], [20]],
      from: "the floor first, then the first tier, then the rest",
    },
    {
      args: [80, [[50], [40], [20]], null, null, [[50], [40], [0]]],
      returns: {
        error: "#N/A",
        message: "floor must add up to at most supply (80), got 90 at positions 1, 2",
      },
      from: "floors beyond the supply",
    },
  ],
  run: (args) => allocated(args).map((units) => (Number.isNaN(units) ? "" : units)),
  explain: (args) => {
    const given = allocated(args).map((units) => units || 0);
    const wanted = args.demand.map((units) => units || 0);
    const sum = (list: readonly number[]) => list.reduce((total, units) => total + units, 0);
    const ratios = given.flatMap((units, i) => (wanted[i] > 0 ? [units / wanted[i]] : []));
    return [
      { label: "Wanted", formula: "sum of demand", result: sum(wanted) },
      { label: "Given", formula: `of a supply of ${shown(args.supply)}`, result: sum(given) },
      { label: "Lowest share of a demand", formula: "given / demand", result: Math.min(1, ...ratios) },
      { label: "Highest share of a demand", formula: "given / demand", result: Math.max(0, ...ratios) },
    ];
  },
});

interface Parsed {
  readonly supply: number;
  readonly demand: readonly number[];
  readonly priority: readonly number[] | undefined;
  readonly method: (typeof allocationMethods)[number];
  readonly floor: readonly number[] | undefined;
  readonly multiple: number | undefined;
}

/** NaN where the demand is blank. */
function allocated({ supply, demand, priority, method, floor, multiple }: Parsed): number[] {
  for (const [name, list] of [["priority", priority] as const, ["floor", floor] as const]) {
    if (list !== undefined && list.length !== demand.length)
      throw invalidInput(name, `must have as many entries as demand (${demand.length})`, list.length);
  }
  const claims = demand.map((units, i) => ({
    demand: units || 0,
    priority: priority?.[i] ?? NaN,
    floor: floor?.[i] || 0,
  }));
  return share(supply, claims, { method, multiple }).map((units, i) =>
    Number.isNaN(demand[i]) ? NaN : units,
  );
}
