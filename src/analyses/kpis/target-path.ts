import type { Entitlement } from "./entitlement";
import type { JudgedLeaf } from "./unit-figures";

/** Money at cost. */
export interface TargetPath {
  readonly cycle: number;
  readonly safety: number;
  readonly pipeline: number;
  readonly entitled: number;
  /** Today, then at the end of each coming month. */
  readonly stock: readonly number[];
  /** Of it above what is entitled. */
  readonly excess: readonly number[];
}

/**
 * The way from the stock of today to what the policies entitle to. Stock above it falls by the coming demand and no faster; stock below
 * it is brought up to it with the next receipts. Items without a policy stay as they are.
 */
export function targetPath(
  leaves: readonly JudgedLeaf[],
  entitlements: ReadonlyMap<string, Entitlement>,
  horizon: number,
): TargetPath {
  const path = { cycle: 0, safety: 0, pipeline: 0 };
  const stock = new Array<number>(horizon + 1).fill(0);
  const excess = new Array<number>(horizon + 1).fill(0);
  let entitled = 0;
  for (const { history, demand } of leaves) {
    const held = Math.max(0, history.units.at(-1) ?? 0);
    const value = history.values.at(-1) ?? 0;
    // What is there stays at its own cost; what is bought to fill up costs what it costs today.
    const cost = held > 0 ? value / held : Number.isNaN(history.unitCost) ? 0 : history.unitCost;
    const own = entitlements.get(history.id);
    if (own !== undefined) {
      path.cycle += own.cycle * cost;
      path.safety += own.safety * cost;
      path.pipeline += own.pipeline * cost;
    }
    const target = own === undefined ? held : own.cycle + own.safety + own.pipeline;
    entitled += target * cost;
    let left = held;
    for (let month = 0; month <= horizon; month++) {
      if (month > 0) left = Math.max(target, left - (demand.coming[month - 1] ?? 0));
      const units = month === 0 ? held : left;
      stock[month] += units * cost;
      excess[month] += Math.max(0, units - target) * cost;
    }
  }
  return { ...path, entitled, stock, excess };
}

/** First month of a path at which stock is no more than what is asked; undefined where it never is. */
export function monthReached({ stock }: TargetPath, asked: number): number | undefined {
  const month = stock.findIndex((value) => value <= asked * (1 + 1e-9));
  return month < 0 ? undefined : month;
}
