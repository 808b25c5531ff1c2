import { allocate, type AllocationRule } from "../../engine/allocation";
import type { Customer, OpenLine } from "./open-lines";

export interface SharedLine extends OpenLine {
  readonly priority: number;
  readonly name: string;
  readonly allocated: number;
  readonly supply: number;
  readonly reason: string;
}

const nobody: Customer = { name: "", priority: NaN, floor: 0 };

export interface SharedItem {
  readonly lines: readonly SharedLine[];
  /** Promised parts together, where they are more than there is; they are then shared by the same rule. */
  readonly overpromised: number | null;
}

/** Shares what there is of one item at one place among its open lines. */
export function shareItem(
  lines: readonly OpenLine[],
  supply: number,
  customerOf: (code: string) => Customer | undefined,
  rule: AllocationRule,
): SharedItem {
  const known = lines.map(({ customer }) => customerOf(customer) ?? nobody);
  const pack = rule.multiple;
  const claims = lines.map(({ wanted }, i) => {
    const promised = wanted * known[i].floor;
    const whole = pack === undefined ? promised : Math.ceil(promised / pack - 1e-9) * pack;
    return { demand: wanted, priority: known[i].priority, floor: Math.min(whole, wanted) };
  });
  const promised = claims.reduce((sum, { floor }) => sum + floor, 0);
  const given =
    promised <= supply
      ? allocate(supply, claims, rule)
      : allocate(
          supply,
          claims.map((claim) => ({ ...claim, demand: claim.floor, floor: 0 })),
          rule,
        );
  const shared = lines.map((line, i) => ({
    ...line,
    priority: known[i].priority,
    name: known[i].name,
    allocated: given[i],
    supply,
    reason: reasonOf(i),
  }));
  return { lines: shared, overpromised: promised <= supply ? null : promised };

  function reasonOf(i: number): string {
    const { priority, demand } = claims[i];
    const tier = claims.flatMap((claim, k) =>
      rule.method !== "PRIORITY" || Object.is(claim.priority, priority) ? [k] : [],
    );
    const sum = (of: (k: number) => number) => tier.reduce((total, k) => total + of(k), 0);
    const who =
      rule.method !== "PRIORITY"
        ? "all orders"
        : Number.isNaN(priority)
          ? "orders without priority"
          : `priority ${priority}`;
    if (given[i] >= demand) return `${who}: in full`;
    const { floor } = known[i];
    const kept = floor > 0 ? `, at least ${percent(floor)} is promised` : "";
    if (given[i] === 0) return `${who}: nothing left${kept}`;
    return `${who}: ${round(sum((k) => given[k]))} for ${round(sum((k) => claims[k].demand))} wanted${kept}`;
  }
}

const round = (units: number) => String(Math.round(units * 100) / 100);
const percent = (share: number) => `${Math.round(share * 100)} %`;
