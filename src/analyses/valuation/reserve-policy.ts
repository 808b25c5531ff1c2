import { daysPerMonth } from "../../engine/calendar";
import { reserveTier, toTheCent, type ReserveTier } from "../../engine/valuation";
import {
  reserveOverridesTable,
  reservePolicyTable,
  readRows,
  type Issue,
  type Row,
} from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { LayerRow } from "./valued-stock";
import { narrowed } from "../narrowed-schema";

type Measure = NonNullable<Row<typeof reservePolicyTable.columns>["Measure"]>;

export interface ReservePolicy {
  readonly tiers: ReadonlyMap<Measure, readonly ReserveTier[]>;
  readonly issues: readonly Issue[];
}

/** Tiers by what their months count. Types in any capitals. */
export function readReservePolicy(policy: TableContent): ReservePolicy {
  const { rows, issues } = readRows(policySchema(policy), policy.columns, policy.rows);
  const tiers = new Map<Measure, ReserveTier[]>();
  for (const { Type, Measure, Months, Percent } of rows) {
    const measure = Measure ?? "cover";
    const known = tiers.get(measure) ?? [];
    tiers.set(measure, known);
    known.push({ type: (Type ?? "").toLowerCase(), threshold: Months as number, share: Percent as number });
  }
  return { tiers, issues };
}

/** A policy of one measure need not name it. */
function policySchema(policy: TableContent) {
  const names = ["Type", "Measure", "Months", "Percent"] as const;
  const schema = narrowed(reservePolicyTable, names);
  const named = policy.columns.some((column) => column.trim().toLowerCase() === "measure");
  const { Measure } = schema.columns;
  return named
    ? schema
    : { ...schema, columns: { ...schema.columns, Measure: { ...Measure, required: false } } };
}

export interface StockToReserve {
  readonly type: string;
  readonly value: number;
  /** Months. */
  readonly cover: number;
  readonly idle: number;
  readonly layers: readonly Pick<LayerRow, "Value" | "Age">[];
  /** Days that pass until the reserve is needed: 0 today. */
  readonly later?: number;
}

export interface PolicyReserve {
  readonly amount: number;
  readonly share: number;
  readonly measure: Measure | null;
  /** Months of that measure; of age, of the oldest layer. */
  readonly months: number;
}

/**
 * Reserve by the tiers. By cover and by last issue one tier holds for all of the value, by age each layer has its own. Where a policy has
 * several measures, the largest reserve counts.
 * Source: SAP, lowest value determination by range of coverage (MRN1) and by movement rate (MRN2).
 */
export function policyReserve({ tiers }: ReservePolicy, stock: StockToReserve): PolicyReserve {
  let found: PolicyReserve = { amount: 0, share: 0, measure: null, months: 0 };
  for (const [measure, own] of tiers) {
    const type = stock.type.toLowerCase();
    if (!own.some((tier) => tier.type === type || tier.type === "")) continue;
    const shareAt = (months: number) => reserveTier(own, months, type)?.share ?? 0;
    const ages = stock.layers.map(({ Age }) => ((Age ?? 0) + (stock.later ?? 0)) / daysPerMonth);
    const months =
      measure === "cover" ? stock.cover : measure === "lastissue" ? stock.idle : Math.max(0, ...ages);
    const amount = toTheCent(
      measure === "age"
        ? stock.layers.reduce((sum, { Value }, i) => sum + (Value ?? 0) * shareAt(ages[i]), 0)
        : Math.max(0, stock.value) * shareAt(months),
    );
    if (found.measure === null || amount > found.amount)
      found = { amount, share: stock.value > 0 ? amount / stock.value : 0, measure, months };
  }
  return found;
}

export interface ReserveOverride {
  readonly share: number;
  readonly reason: string;
  readonly row: number;
}

/** Reserves set by judgement, each with its reason and approved by somebody else; those without are issues and do not count. */
export function readReserveOverrides(
  overrides: TableContent | undefined,
  asOf: number,
): {
  readonly of: (item: string, location: string) => ReserveOverride | undefined;
  readonly issues: readonly Issue[];
} {
  const found = new Map<string, ReserveOverride>();
  if (overrides === undefined) return { of: () => undefined, issues: [] };
  const {
    rows,
    rowNumbers,
    issues: read,
  } = readRows(reserveOverridesTable, overrides.columns, overrides.rows);
  const issues: Issue[] = [...read];
  rows.forEach(({ Item, Location, Percent, Reason, By, Approver, Expires }, i) => {
    const row = rowNumbers[i];
    const refuse = (column: string, message: string) =>
      void issues.push({ table: reserveOverridesTable.name, row, column, message });
    if (Expires !== null && Expires < asOf) return;
    if (Reason === null || Reason.trim().length < 3)
      return refuse(
        "Reason",
        "Reason must be given where the policy is set aside: the policy holds until then",
      );
    if (Approver === null || Approver.trim().toLowerCase() === (By ?? "").trim().toLowerCase())
      return refuse(
        "Approver",
        `Approver must be somebody other than By, got ${Approver ?? "a blank"}: the policy holds until then`,
      );
    found.set(leafId(Item as string, Location ?? ""), { share: Percent as number, reason: Reason, row });
  });
  return { of: (item, location) => found.get(leafId(item, location)) ?? found.get(leafId(item, "")), issues };
}
