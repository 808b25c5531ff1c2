import { bucketStart, type DemandBucket } from "../../engine/calendar";
import { sha256 } from "../../engine/math/sha256";
import { itemsTable, readRows, receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { normalised } from "../../workbook/tables/read-table";
import { leafId, planForecast, type Leaf } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import { clumpingOf } from "./clumping";
import { dailyIssues } from "./daily-issues";
import { forecastsByBucket } from "./forecasts-by-bucket";
import { contractsOn, type Contract } from "./contracts";
import {
  assumedLeadTime,
  leadTimeFacts,
  receivedLines,
  type AgreedLeadTime,
  type LeadTimeRules,
  type LineTime,
} from "./lead-times";
import { supplierPaces, type PacedLine } from "./supplier-pace";
import { policyKinds, type PolicyKind, type PolicyTask } from "./propose-policy";
import {
  currentPolicies,
  targetOf,
  type CurrentPolicies,
  type PolicyRow,
  type ServiceTarget,
} from "./target-rows";

export interface PolicyTables {
  readonly items: TableContent;
  readonly demand: TableContent;
  readonly forecast: TableContent | undefined;
  readonly receipts: TableContent | undefined;
  readonly contracts: TableContent | undefined;
  readonly policies: TableContent | undefined;
  /** Issues tell how demand comes day by day. */
  readonly transactions?: TableContent;
}

export interface PolicyOptions extends LeadTimeRules {
  readonly bucket: DemandBucket;
  /** Buckets of history that are used. */
  readonly history: number;
  readonly otherwise: ServiceTarget;
  readonly policy: PolicyKind;
  /** Days. */
  readonly review: number;
  readonly orderCost: number;
  readonly carryRate: number;
  /** Receipts from which they decide the lead time. */
  readonly receipts: number;
  /** Days, where nothing else tells it; 0 where it must be known. */
  readonly leadTime: number;
  /** Excel serial of today: its bucket is not over. */
  readonly asOf: number;
}

/** One item at one place, ready to be worked on. */
export interface PlannedItem {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  /** Body row of Demand with its first line, counted from 1. */
  readonly demandRow: number;
  readonly segment: string;
  readonly supplier: string;
  readonly lines: readonly LineTime[];
  /** Agreed lead time, calendar days; null where none is. */
  readonly agreed: number | null;
  readonly inForce: PolicyRow | null;
  /** Whose target it is, in words. */
  readonly targetFrom: string;
  /** Order lines of its supplier, of whatever item. */
  readonly pace: readonly PacedLine[];
  /** Bucket of the first entry of the task's series. */
  readonly start: number;
  readonly task: PolicyTask;
}

export interface PolicyPlan {
  readonly items: readonly PlannedItem[];
  readonly current: CurrentPolicies;
  /** First bucket after the history. */
  readonly next: number;
  readonly issues: readonly Issue[];
  readonly inputHash: string;
}

const itemColumns = narrowed(itemsTable, ["Item", "Cost", "ABC", "XYZ", "LeadTime"]);

/** Joins what the tables say about every item and place with demand. What cannot be used is told and leaves its item out. */
export function planPolicies(tables: PolicyTables, options: PolicyOptions): PolicyPlan {
  const demand = planForecast(tables.demand, undefined, {
    horizon: 1,
    bucket: options.bucket,
    level: "location",
    asOf: options.asOf,
  });
  const items = readRows(itemColumns, tables.items.columns, tables.items.rows);
  const facts = new Map(items.rows.map((row) => [row.Item as string, row] as const));
  const known = codesOf(tables.items);
  // Without a day of its own a run is of the day after the history.
  const today = Number.isFinite(options.asOf) ? options.asOf : bucketStart(demand.next, options.bucket);
  const contracts = contractsOn(tables.contracts, today);
  const receipts = receivedLines(tables.receipts, options);
  const paces = supplierPaces(receipts, contracts);
  const current = currentPolicies(tables.policies);
  const taken = dailyIssues(tables.transactions, today);
  const expected = forecastsByBucket(tables.forecast, options.bucket);
  const issues: Issue[] = [
    ...demand.issues,
    ...items.issues,
    ...contracts.issues,
    ...receipts.issues,
    ...current.issues,
    ...expected.issues,
    ...taken.issues,
  ];
  const planned: PlannedItem[] = [];
  const unknownSuppliers = new Set<string>();
  for (const leaf of demand.leaves) {
    const row = facts.get(leaf.item);
    const issue = (table: string, rowNumber: number, column: string, message: string) =>
      issues.push({ table, row: rowNumber, column, message });
    if (row === undefined) {
      if (!known.has(leaf.item))
        issue("Demand", leaf.demandRow, "Item", `Item must be in the table Items, got ${leaf.item}`);
      continue;
    }
    if (current.unusable.has(leaf.id)) continue;
    const agreements = contracts.byItem.get(leaf.item) ?? [];
    const lines = linesFor(leaf, receipts.byLeaf, options.receipts);
    const contract = mainContract(agreements, lines);
    for (const supplier of new Set(lines.map((line) => line.supplier))) {
      const key = leafId(leaf.item, supplier);
      if (supplier === "" || tables.contracts === undefined || unknownSuppliers.has(key)) continue;
      if (agreements.some((one) => one.supplier === supplier)) continue;
      if (contracts.isUnusable(supplier, leaf.item)) continue;
      unknownSuppliers.add(key);
      const message = `Supplier must have a row in Contracts for ${leaf.item}, got ${supplier}`;
      issue(receiptsTable.name, 0, "Supplier", message);
    }
    const agreed = agreedBy(contract, row.LeadTime);
    const pace = paces.get(contract?.supplier ?? "") ?? [];
    const ratios = pace.map(({ ratio }) => ratio);
    const leadTime =
      leadTimeFacts(lines, agreed, ratios, options.receipts) ?? assumedLeadTime(options.leadTime);
    if (leadTime === undefined) {
      issue(
        "Items",
        0,
        "LeadTime",
        `LeadTime of ${leaf.item} is not known: fill Items[LeadTime] or Contracts[LeadTime], or at least ${options.receipts} Receipts`,
      );
      continue;
    }
    if (lines.length === 1 && options.receipts > 1 && agreed === undefined) {
      const message = `one receipt of ${leaf.item} tells no spread of its lead time: taken as fixed`;
      issue(receiptsTable.name, 0, "Received", message);
    }
    const inForce = current.byLeaf.get(leaf.id) ?? null;
    const unitCost = contract?.price ?? row.Cost;
    if (unitCost === null && (inForce?.Lot ?? null) !== null) {
      const message = `Cost of ${leaf.item} is not known: its lot stays as it is, and nothing is said in money`;
      issue("Items", 0, "Cost", message);
    }
    const segment = `${row.ABC ?? ""}${row.XYZ ?? ""}`;
    const ofSegment = current.bySegment.get(segment.toUpperCase());
    const target = targetOf(leaf.id, segment, current, options.otherwise);
    const review = inForce?.Review ?? ofSegment?.Review ?? options.review;
    planned.push({
      id: leaf.id,
      item: leaf.item,
      location: leaf.location,
      demandRow: leaf.demandRow,
      segment,
      supplier: contract?.supplier ?? lines.at(-1)?.supplier ?? "",
      lines,
      agreed: agreed?.days ?? null,
      pace,
      inForce,
      targetFrom:
        target.from === "segment" ? `segment ${segment}` : target.from === "item" ? "its own" : "all items",
      start: demand.next - Math.min(leaf.series.length, options.history),
      task: {
        bucket: options.bucket,
        ...seriesOf(leaf, expected.of.get(leaf.id), demand.next, options.history),
        leadTime,
        review,
        clumping: clumpingOf(taken.of(leaf.id), leadTime.mean, review, options.bucket),
        kind: kindOf(inForce?.Policy ?? ofSegment?.Policy, options.policy),
        target: { type: target.type, level: target.level },
        sharedTarget: target.from !== "item",
        unitCost,
        lotInForce: inForce?.Lot ?? null,
        reorderPointInForce: inForce?.ROP ?? null,
        maxInForce: inForce?.Max ?? null,
        moq: contract?.moq ?? 0,
        multiple: contract?.multiple ?? 0,
        breaks: contract?.breaks ?? [],
        orderCost: options.orderCost,
        carryRate: options.carryRate,
        lessons: null,
        localMin: inForce?.LocalMin ?? null,
        localMax: inForce?.LocalMax ?? null,
      },
    });
  }
  return { items: planned, current, next: demand.next, issues, inputHash: hashOf(planned) };
}

function codesOf({ columns, rows }: TableContent): Set<string> {
  const place = columns.findIndex((name) => normalised(name) === "item");
  return new Set(rows.map((row) => String(row[place]).trim()));
}

/** Receipts at the place where there are enough, else at any place. */
function linesFor(
  { id, item }: Leaf,
  byLeaf: ReadonlyMap<string, readonly LineTime[]>,
  enough: number,
): readonly LineTime[] {
  const here = byLeaf.get(id) ?? [];
  return here.length >= enough ? here : (byLeaf.get(leafId(item, "")) ?? here);
}

/** The agreement with whoever delivered last, else the first one. */
function mainContract(agreements: readonly Contract[], lines: readonly LineTime[]): Contract | undefined {
  const last = lines.at(-1)?.supplier;
  return agreements.find(({ supplier }) => supplier === last) ?? agreements[0];
}

function agreedBy(contract: Contract | undefined, ofItem: number | null): AgreedLeadTime | undefined {
  if (contract !== undefined && contract.leadTime !== null)
    return { days: contract.leadTime, basis: "lead time of the contract" };
  return ofItem === null ? undefined : { days: ofItem, basis: "lead time of Items" };
}

function kindOf(own: string | null | undefined, otherwise: PolicyKind): PolicyKind {
  return policyKinds.find((kind) => kind === own) ?? otherwise;
}

function seriesOf(
  leaf: Leaf,
  expected: ReadonlyMap<number, number> | undefined,
  next: number,
  history: number,
): Pick<PolicyTask, "series" | "forecasts" | "ahead"> {
  const skipped = Math.max(0, leaf.series.length - history);
  const series = leaf.series.slice(skipped);
  const forecasts = series.map((_, t) => expected?.get(leaf.start + skipped + t) ?? NaN);
  const ahead: number[] = [];
  for (let bucket = next; expected?.has(bucket); bucket++) ahead.push(expected.get(bucket) as number);
  return { series, forecasts, ahead };
}

/** SHA-256 of all that decides, in the order of the codes. */
function hashOf(items: readonly PlannedItem[]): string {
  return sha256(
    items
      .map(({ id, task }) => `${id}\t${JSON.stringify(task)}\n`)
      .sort()
      .join(""),
  );
}
