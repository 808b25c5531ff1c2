import {
  demandTable,
  itemsTable,
  lanesTable,
  locationsTable,
  placementTable,
  policiesTable,
  runsTable,
  type Issue,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { tablesHash } from "./tables-hash";
import type { PlacementBound } from "./network/cover-rules";
import { stockingOptions } from "./network/network-options";
import { placeItem, type PlacedItem, type PlacementTask } from "./network/place-item";
import { placementRows, standingRows, type StandingRow } from "./network/placement-rows";
import { siteRules } from "./network/site-rules";
import { stockingItems } from "./network/stocking-items";
import { stockingTask, type SiteRule } from "./network/stocking-task";
import { currentPolicies } from "./policies/target-rows";

interface State {
  readonly items: readonly string[];
  /** Body row of Items, counted from 1. */
  readonly rowOf: Readonly<Record<string, number>>;
  readonly before: readonly StandingRow[];
  readonly inForce: Readonly<Record<string, number>>;
  readonly bound: PlacementBound;
  readonly issues: readonly Issue[];
  /** Of rows of Placement as they stood. */
  readonly ruleIssues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

/** What the pane draws beside the table. */
export interface PlacementDetails {
  readonly items: readonly PlacedItem[];
  /** Money a year, all items. */
  readonly corporate: number;
  readonly local: number;
  readonly agreed: number;
  /** Largest gap of any item. */
  readonly gap: number;
}

export const placeSafetyStock = defineAnalysis({
  id: "place-safety-stock",
  summary:
    "Places safety stock in the network of each item: corporate optimum, every site for itself, and as agreed with the sites.",
  notes: [
    "Guaranteed-service model (Graves and Willems 2000), one network an item: its lanes and those for all items. A place waits for the slowest of its lanes; days are rounded up. Customers are served within Items[Wait] wherever Demand has them, within tolerance where that is blank. Unproven after the time limit, the gap is shown.",
    "MaxService and FixedService in Placement are a site's own rules; a row without an item is for all items. BoundCost is the part of one rule in what all rules cost the whole network a year: the parts add up to the agreed plan less the corporate one.",
    "A place with a CSL in Locations covers demand with that, the others with the option csl.",
    "bound POISSON is for slow movers in whole units: the variance of demand is taken to be its mean, whatever the history says; Sigma then is the root of the mean. EMPIRICAL takes the demand over so many buckets in a row that csl of those in the history did not exceed, a supplier's history being the sum of its customers' (pooling is not asked); a csl beyond what so few sums can tell takes the largest. Below one bucket, and beyond a third of the history, stock goes by the square root of time.",
    "A unit is worth Items[Cost] and the freight on its way. Spread of lead times counts only as far as the option spread says.",
  ],
  options: stockingOptions,
  reads: {
    locations: needs(locationsTable),
    lanes: needs(lanesTable),
    items: needs(itemsTable),
    demand: needs(demandTable),
    placement: wants(placementTable),
    policies: wants(policiesTable),
  },
  writes: [placementTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const { items, issues: itemIssues } = stockingItems(tables, options);
    const rules = siteRules(tables.placement);
    const policies = currentPolicies(tables.policies);
    const work = items.map((one): PlacementTask => ({
      ...stockingTask(one, options),
      rules: Object.fromEntries(
        one.network.places.flatMap(({ id }): [string, SiteRule][] => {
          const rule = rules.of(one.item, id);
          return rule === undefined ? [] : [[id, rule]];
        }),
      ),
      seconds: options.seconds,
    }));
    const state: State = {
      items: work.map(({ item }) => item),
      rowOf: Object.fromEntries(items.map(({ item, row }) => [item, row])),
      before: standingRows(tables.placement),
      inForce: Object.fromEntries(
        [...policies.byLeaf].flatMap(([id, { SS }]): [string, number][] => (SS === null ? [] : [[id, SS]])),
      ),
      bound: options.bound,
      issues: itemIssues,
      ruleIssues: rules.issues,
      inputHash: tablesHash(tables),
      runId,
    };
    return { state, work };
  },
  step: (task: PlacementTask, _, tell): PlacedItem => placeItem(task, tell),
  finish: (state: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...state.issues];
    const placed: PlacedItem[] = [];
    results.forEach((result, i) => {
      const item = state.items[i];
      const tell = (message: string) =>
        issues.push({ table: itemsTable.name, row: state.rowOf[item], column: "Item", message });
      if ("problem" in result) return tell(`${item}: ${result.problem}`);
      placed.push(result.value);
      for (const site of result.value.sooner)
        tell(`${item}: ${site} has its goods before the service time it insists on, and promises that`);
    });
    const { rows, issues: rowIssues } = placementRows(placed, state);
    issues.push(...rowIssues);
    const sum = (of: (item: PlacedItem) => number) => placed.reduce((total, item) => total + of(item), 0);
    const details: PlacementDetails = {
      items: placed,
      corporate: sum(({ corporate }) => corporate),
      local: sum(({ local }) => local),
      agreed: sum(({ agreed }) => agreed),
      gap: placed.reduce((most, { gap }) => Math.max(most, gap), 0),
    };
    const money = (value: number) => Math.round(value).toLocaleString("en");
    const open = placed.filter(({ method }) => method === "STOPPED").length;
    const proven =
      open === 0 ? "proven" : `${open} not proven, gap up to ${(100 * details.gap).toFixed(2)} %`;
    return {
      results: [tableRows(placementTable, rows)],
      issues,
      summary:
        placed.length === 0
          ? "no item could be placed, the issues say why"
          : `${placed.length.toLocaleString("en")} items placed (${proven}): carrying ${money(details.agreed)} a year as agreed, ${money(details.corporate)} corporate, ${money(details.local)} every site for itself`,
      inputHash: state.inputHash,
      details,
    };
  },
});
