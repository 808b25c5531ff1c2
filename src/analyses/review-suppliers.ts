import { bucketStart } from "../engine/calendar";
import {
  contractsTable,
  demandTable,
  itemsTable,
  policiesTable,
  receiptsTable,
  runsTable,
  supplierReviewTable,
  type Issue,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { numberOption } from "./options";
import { withLessons } from "./policies/learn-lessons";
import { planPolicies } from "./policies/plan-policies";
import { policyOptions, policyRules } from "./policies/policy-options";
import { contractsOn } from "./policies/contracts";
import { daysOf, deliveryOf, type Delivery, type DeliveryRules } from "./suppliers/delivery";
import { orderLines } from "./suppliers/order-lines";
import { added, priceOf, reviewRow, valueOf, type Price } from "./suppliers/review-rows";
import { pricedGap, type GapTask, type PricedGap } from "./suppliers/price-gap";

interface Reviewed {
  readonly supplier: string;
  readonly item: string;
  readonly delivery: Delivery;
  /** In the days that lead times are counted in. */
  readonly agreed: number | null;
  readonly basis: string;
}

interface State {
  readonly reviewed: readonly Reviewed[];
  readonly suppliers: readonly { readonly supplier: string; readonly delivery: Delivery }[];
  readonly tasks: readonly Pick<GapTask, "supplier" | "item">[];
  readonly costs: readonly number[];
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

export const reviewSuppliers = defineAnalysis({
  id: "review-suppliers",
  summary:
    "Lead times as delivered against those agreed, by supplier and item, and the gap priced as safety stock.",
  notes: [
    "Parts of an order line are put together: First, Last and ByQuantity are told side by side, partial says which counts. A line is on time with its last part; an open line counts once it is due.",
    "With workdays, lead times and those agreed are in working days; the price is reckoned in calendar days all the same.",
    "The price is the safety stock for the item's own target at every place with demand: LateValue for arriving later than agreed, SpreadValue for arriving irregularly. Several suppliers of an item are each priced as if they were the only one.",
  ],
  options: {
    ...policyOptions,
    late: numberOption("Days after the promised one that still count as on time", "days", 0, {
      min: 0,
      max: 366,
    }),
    tolerance: numberOption("Share of the ordered quantity that may be missing or too much", "fraction", 0, {
      min: 0,
      max: 1,
    }),
    window: numberOption("Latest lines judged together for drift", "lines", 6, {
      min: 2,
      max: 100,
      integer: true,
    }),
    limit: numberOption("Standard errors from which a lead time has drifted", "ratio", 2, { above: 0 }),
  },
  reads: {
    items: needs(itemsTable),
    demand: needs(demandTable),
    receipts: needs(receiptsTable),
    contracts: wants(contractsTable),
    policies: wants(policiesTable),
  },
  writes: [supplierReviewTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const rules = policyRules(options);
    const plan = withLessons(planPolicies({ ...tables, forecast: undefined }, rules));
    const day = Number.isFinite(rules.asOf) ? rules.asOf : bucketStart(plan.next, options.bucket);
    const { lines, issues } = orderLines(tables.receipts);
    const contracts = contractsOn(tables.contracts, day).byItem;
    const delivery: DeliveryRules = { ...options, day };
    const week = options.workdays === 0 ? 7 : options.workdays;
    const reviewed: Reviewed[] = [];
    const placesOf = new Map(grouped(plan.items, ({ item }) => item));
    const tasks: GapTask[] = [];
    const costs: number[] = [];
    for (const [key, ofItem] of grouped(lines, ({ supplier, item }) => JSON.stringify([supplier, item]))) {
      const [supplier, item] = JSON.parse(key) as [string, string];
      const contract = contracts.get(item)?.find((one) => one.supplier === supplier);
      const agreed = contract?.leadTime ?? null;
      const found = deliveryOf(ofItem, agreed, delivery);
      const places = placesOf.get(item) ?? [];
      const days = daysOf(ofItem, options.partial, 0);
      const priced = agreed !== null && days.length >= 2;
      if (priced) {
        for (const { task } of places) {
          tasks.push({ supplier, item, policy: task, days, agreed: (agreed * 7) / week });
          costs.push(contract?.price ?? task.unitCost ?? NaN);
        }
      }
      reviewed.push({
        supplier,
        item,
        delivery: found,
        agreed,
        basis: basisOf(agreed, days.length, places.length),
      });
    }
    const suppliers = grouped(lines, ({ supplier }) => supplier).map(([supplier, ofSupplier]) => ({
      supplier,
      delivery: deliveryOf(ofSupplier, null, delivery),
    }));
    const state: State = {
      reviewed,
      suppliers,
      tasks: tasks.map(({ supplier, item }) => ({ supplier, item })),
      costs,
      // What receipts say is told once, by the reader that judges them.
      issues: [...plan.issues.filter(({ table }) => table !== receiptsTable.name), ...issues],
      inputHash: plan.inputHash,
      runId,
    };
    return { state, work: tasks };
  },
  step: (task: GapTask): PricedGap => pricedGap(task),
  finish: (
    { reviewed, suppliers, tasks, costs, issues: found, inputHash, runId }: State,
    results,
    { carryRate },
  ): AnalysisOutcome => {
    const issues: Issue[] = [...found];
    const gaps = new Map<string, Price>();
    tasks.forEach(({ supplier, item }, i) => {
      const result = results[i];
      if ("problem" in result) {
        const message = `${item} of ${supplier} has no price: ${result.problem}`;
        issues.push({ table: demandTable.name, row: 0, column: "Item", message });
        return;
      }
      const { late, spread } = result.value;
      const key = JSON.stringify([supplier, item]);
      gaps.set(key, added(gaps.get(key), priceOf(late, spread, costs[i])));
    });
    const itemsOf = new Map(grouped(reviewed, ({ supplier }) => supplier));
    const rows = suppliers.map(({ supplier, delivery }) => {
      const items = (itemsOf.get(supplier) ?? []).map((one) => ({
        ...one,
        price: gaps.get(JSON.stringify([supplier, one.item])),
      }));
      const total = items.reduce<Price | undefined>(
        (sum, { price }) => (price === undefined ? sum : added(sum, price)),
        undefined,
      );
      // Units of different items cannot be added, money can.
      const whole = total && { ...total, late: null, spread: null };
      return {
        value: total?.lateValue === null ? 0 : (total?.lateValue ?? 0) + (total?.spreadValue ?? 0),
        rows: [
          reviewRow(supplier, null, delivery, null, whole, carryRate, `${items.length} items`, runId),
          ...items
            .sort((a, b) => valueOf(b.price) - valueOf(a.price))
            .map(({ item, delivery: own, agreed, price, basis }) =>
              reviewRow(supplier, item, own, agreed, price, carryRate, basis, runId),
            ),
        ],
      };
    });
    rows.sort((a, b) => b.value - a.value);
    const value = Math.round(rows.reduce((sum, one) => sum + one.value, 0)).toLocaleString("en");
    return {
      results: [
        tableRows(
          supplierReviewTable,
          rows.flatMap((one) => one.rows),
        ),
      ],
      issues,
      summary: `${suppliers.length.toLocaleString("en")} suppliers reviewed; the gap to what was agreed binds ${value} of money in safety stock`,
      inputHash,
    };
  },
});

function basisOf(agreed: number | null, lines: number, places: number): string {
  if (agreed === null) return "no lead time agreed in Contracts";
  if (lines < 2) return "too few lines to price";
  return places === 0 ? "no demand to price it by" : `${lines} lines, demand at ${places} places`;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [string, readonly T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups];
}
