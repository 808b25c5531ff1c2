import reference from "../../reference/network-functions.json";
import { call, complaint } from "../call";

const { optimise, evaluate, chains, warehouses, mixes } = reference;
const numbered = <T>(cases: readonly T[]) => cases.map((one, k) => ({ ...one, k }));
const list = (name: string, args: readonly unknown[]) => call(name, ...args).map(([cell]) => cell as number);
/** Relative, absolute below 1. */
const off = (found: number, wanted: number) => Math.abs(found - wanted) / Math.max(1, Math.abs(wanted));

test.each(numbered(optimise))("GSM.OPTIMISE, network $k: as the integer program has it", ({ args, cost }) => {
  const [[found, bound, gap]] = call("GSM.OPTIMISE", ...args) as number[][];
  // The search ends at a relative 1e-9.
  expect(off(found, cost)).toBeLessThan(1e-8);
  expect(bound).toBeLessThanOrEqual(cost * (1 + 1e-12));
  expect(gap).toBeLessThan(1e-8);
});

test.each(numbered(evaluate))("GSM.EVALUATE, plan $k: from the definition", ({ args, plan, broken }) => {
  const found = call("GSM.EVALUATE", ...args);
  if (plan === undefined)
    return expect(complaint(found)).toContain(`serviceTimes of node "${broken}" must be`);
  expect(found.map(([id]) => id)).toEqual(plan.map(([id]) => id));
  found.forEach((row, i) =>
    row
      .slice(1)
      .forEach((cell, c) => expect(off(cell as number, plan[i][c + 1] as number)).toBeLessThan(1e-12)),
  );
});

test.each(numbered(chains))("SERIAL.OPTIMISE, chain $k: as convolution has it", ({ args, stocks, cost }) => {
  const found = list("SERIAL.OPTIMISE", args);
  const isPoisson = args[5] === "POISSON";
  // The grid's own error for normal demand, stocks at the bottom of flat curves more than costs.
  expect(off(found[stocks.length], cost)).toBeLessThan(isPoisson ? 1e-11 : 1e-7);
  stocks.forEach((stock, j) => expect(off(found[j], stock)).toBeLessThan(isPoisson ? 1e-15 : 1e-4));
});

test.each(numbered(warehouses))("METRIC.OPTIMISE, warehouse $k: as binomial sums have it", (one) => {
  const found = list("METRIC.OPTIMISE", one.args);
  expect(found.slice(0, -1)).toEqual(one.stocks);
  expect(off(found[found.length - 1], one.cost)).toBeLessThan(1e-10);
});

test.each(numbered(mixes))("SERVICE.OPTIMISE, mix $k: as one multiplier has it", ({ args, value, fill }) => {
  const rows = call("SERVICE.OPTIMISE", ...args) as number[][];
  const demand = (args[0] as number[][]).map(([units]) => units);
  const total = demand.reduce((sum, units) => sum + units, 0);
  const overall = rows.reduce((sum, [rate], i) => sum + (rate * demand[i]) / total, 0);
  expect(off(overall, fill)).toBeLessThan(1e-9);
  expect(
    off(
      rows.reduce((sum, row) => sum + row[2], 0),
      value,
    ),
  ).toBeLessThan(1e-6);
});
