import { PlanningError, invalidInput } from "../errors";

export const bridgeMethods = ["SEQ", "SHAPLEY", "SUM"] as const;
export type BridgeMethod = (typeof bridgeMethods)[number];

export interface Driver {
  readonly name: string;
  readonly prior: number;
  readonly current: number;
  /** The figure is divided by it instead of multiplied. */
  readonly divides: boolean;
}

export interface Bridge {
  readonly start: number;
  /** What each driver moved; start and effects add up to end. */
  readonly effects: readonly number[];
  readonly end: number;
}

/** Drivers for which all orders can be gone through by sets. */
const mostShapleyDrivers = 16;

/**
 * Why a figure moved. SUM: the figure is the sum of its drivers, each moves what it changed. Else it is their product (or quotient), and
 * SEQ changes one driver after the other in the order given, so that what two move together falls to the later one; SHAPLEY takes the
 * mean over all orders, so that the order does not matter.
 * Source: SEQ: chain substitution; SHAPLEY: Shapley (1953), equation 13.
 */
export function bridge(drivers: readonly Driver[], method: BridgeMethod): Bridge {
  if (drivers.length === 0)
    throw new PlanningError("insufficient-data", "prior", "prior must hold at least one driver, got none");
  for (const { name, prior, current, divides } of drivers) {
    if (divides && method !== "SUM" && (prior === 0 || current === 0))
      throw new PlanningError("zero-denominator", "prior", `the driver ${name} divides and must not be 0`);
  }
  if (method === "SUM") {
    const total = (of: "prior" | "current") => drivers.reduce((sum, driver) => sum + signed(driver, of), 0);
    const effects = drivers.map((driver) => signed(driver, "current") - signed(driver, "prior"));
    return { start: total("prior"), effects, end: total("current") };
  }
  const priors = drivers.map((driver) => factor(driver, driver.prior));
  const currents = drivers.map((driver) => factor(driver, driver.current));
  const start = productOf(priors);
  const end = productOf(currents);
  const effects = method === "SEQ" ? oneAfterTheOther(priors, currents) : meanOfAllOrders(priors, currents);
  return { start, effects, end };
}

const signed = (driver: Driver, of: "prior" | "current") => (driver.divides ? -driver[of] : driver[of]);
const factor = ({ divides }: Driver, value: number): number => (divides ? 1 / value : value);
const productOf = (factors: readonly number[]): number => factors.reduce((all, each) => all * each, 1);

function oneAfterTheOther(priors: readonly number[], currents: readonly number[]): number[] {
  const factors = [...priors];
  let before = productOf(factors);
  return currents.map((current, i) => {
    factors[i] = current;
    const after = productOf(factors);
    const effect = after - before;
    before = after;
    return effect;
  });
}

function meanOfAllOrders(priors: readonly number[], currents: readonly number[]): number[] {
  const k = priors.length;
  if (k > mostShapleyDrivers)
    throw invalidInput("prior", `must hold at most ${mostShapleyDrivers} drivers for SHAPLEY`, k);
  const sets = 2 ** k;
  const figures = Float64Array.from({ length: sets }, (_, set) =>
    productOf(priors.map((prior, i) => (set & (1 << i) ? currents[i] : prior))),
  );
  // Share of the orders in which exactly `size` others were changed before: size! (k - size - 1)! / k!
  const shares = Array.from({ length: k }, (_, size) => 1 / (k * choose(k - 1, size)));
  const effects = new Array<number>(k).fill(0);
  for (let set = 0; set < sets; set++) {
    const share = shares[bitsOf(set)];
    for (let i = 0; i < k; i++) {
      if (!(set & (1 << i))) effects[i] += share * (figures[set | (1 << i)] - figures[set]);
    }
  }
  return effects;
}

function choose(n: number, size: number): number {
  let ways = 1;
  for (let i = 1; i <= size; i++) ways = (ways * (n - size + i)) / i;
  return ways;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}
