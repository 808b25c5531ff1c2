import { evaluate } from "../../../src/functions/evaluate";
import { findFunction } from "../../../src/functions/catalogue";
import type { RawArgument } from "../../../src/functions/cells";
import { cases } from "../../reference/network-plans.json";

const optimise = findFunction("GSM.OPTIMISE")!;

test.each(cases.map((one, k) => ({ ...one, k })))(
  "network $k: the cheapest of all combinations, and a bound below it",
  ({ args, cost }) => {
    const [[found, bound]] = evaluate(optimise, args as RawArgument[]) as number[][];
    // The search ends at a relative 1e-9.
    expect(Math.abs(found - cost)).toBeLessThanOrEqual(1e-8 * Math.max(1, cost));
    expect(bound).toBeLessThanOrEqual(cost * (1 + 1e-12) + 1e-12);
  },
);
