import { demandBuckets } from "../engine/calendar";
import {
  demandTable,
  itemsTable,
  lanesTable,
  locationsTable,
  networkFindingsTable,
  runsTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { tablesHash } from "./tables-hash";
import type { Fault, SharedFault } from "./network/fault";
import { itemFaults } from "./network/item-faults";
import { itemWorths } from "./network/item-worth";
import { laneFaults } from "./network/lane-faults";
import { lanesByItem, readLanes, readPlaces } from "./network/network-tables";
import { placeDemand } from "./network/place-demand";
import { placeFaults } from "./network/place-faults";
import { choiceOption, numberOption } from "./options";

/** What the pane draws beside the table. */
export interface NetworkCheckDetails {
  readonly faults: readonly SharedFault[];
  readonly places: number;
  readonly items: number;
}

const severities = ["ERROR", "WARNING", "INFO"] as const;

export const checkNetwork = defineAnalysis({
  id: "check-network",
  summary:
    "Finds what is wrong or weak in the network: faults of its tables, and single points of failure with the margin at risk.",
  notes: [
    "Every item is followed along its own lanes and those for all items. Lanes for moves between sites (Use lateral) are no regular supply and count as no alternative.",
    "A single point of failure is a place without which nothing reaches some other place of demand; margin at risk is (Price - Cost) times the weekly demand there. Places of demand are those in Demand, or the last places of each item where that table is missing.",
    "A fault that several items share is one row with their number.",
  ],
  options: {
    bucket: choiceOption("Day, ISO week, month or quarter in which demand is summed", demandBuckets, "M"),
    history: numberOption("Buckets of history that are used", "buckets", 12, {
      min: 1,
      max: 520,
      integer: true,
    }),
  },
  reads: {
    locations: needs(locationsTable),
    lanes: needs(lanesTable),
    items: wants(itemsTable),
    demand: wants(demandTable),
  },
  writes: [networkFindingsTable, runsTable],
  run: ({ tables, runId }, { bucket, history }): AnalysisOutcome => {
    const { places, issues: placeIssues } = readPlaces(tables.locations);
    const { lanes, issues: laneIssues } = readLanes(tables.lanes);
    const worths = tables.items === undefined ? undefined : itemWorths(tables.items);
    const demand =
      tables.demand === undefined
        ? undefined
        : placeDemand(tables.demand, { bucket, history, asOf: Infinity });
    const issues: Issue[] = [
      ...placeIssues,
      ...laneIssues,
      ...(worths?.issues ?? []),
      ...(demand?.issues ?? []),
    ];
    const known = worths === undefined ? undefined : new Set(worths.of.keys());
    const items = new Set([
      ...lanes.map(({ item }) => item).filter((item) => item !== ""),
      ...(demand?.of.keys() ?? []),
    ]);
    // Lanes for all items only: they are one network.
    if (items.size === 0) items.add("");
    const lanesFor = lanesByItem(lanes);
    const usable = [...items].filter((item) => item === "" || known === undefined || known.has(item));
    const strangers = [...(demand?.of.keys() ?? [])].filter(
      (item) => known !== undefined && !known.has(item),
    );
    const perItem = usable.flatMap((item) => [
      ...(item !== "" && worths?.of.get(item)?.cost === null
        ? [
            {
              severity: "WARNING" as const,
              finding: "no cost" as const,
              item,
              problem: `${item} has no cost in Items`,
            },
          ]
        : []),
      ...itemFaults({
        item,
        lanes: lanesFor(item),
        demand: demand === undefined ? undefined : (demand.of.get(item) ?? new Map()),
        margin: worths?.of.get(item)?.margin ?? null,
      }),
    ]);
    const single = [...placeFaults(places, lanes), ...laneFaults(places, lanes, known)].map((fault) => ({
      ...fault,
      items: 1,
    }));
    const unknown = strangers.map((item): Fault => {
      const problem = "in Demand, but in no row of Items";
      return { severity: "WARNING", finding: "unknown item", item, problem };
    });
    const faults = [...single, ...shared([...unknown, ...perItem])].sort(graver);
    const count = (severity: Fault["severity"]) =>
      faults.filter((fault) => fault.severity === severity).length;
    const details: NetworkCheckDetails = { faults, places: places.length, items: usable.length };
    return {
      results: [
        tableRows(
          networkFindingsTable,
          faults.map((fault) => rowOf(fault, runId)),
        ),
      ],
      issues,
      summary: `${count("ERROR")} errors, ${count("WARNING")} warnings, ${count("INFO")} notes in a network of ${places.length} places and ${lanes.length} lanes`,
      inputHash: tablesHash(tables),
      details,
    };
  },
});

/** One row for what several items have in common. */
function shared(faults: readonly Fault[]): SharedFault[] {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = JSON.stringify([
      fault.finding,
      fault.location,
      fault.to,
      fault.finding === "single point of failure" ? "" : fault.problem,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fault]);
    else group.push(fault);
  }
  return [...groups.values()].map((group): SharedFault => {
    const [first] = group;
    if (group.length === 1) return { ...first, items: 1 };
    const { item: _, ...common } = first;
    const cutOff = [...new Set(group.flatMap((fault) => fault.cutOff ?? []))].sort();
    const known = group.flatMap(({ margin }) => (margin === null || margin === undefined ? [] : [margin]));
    return {
      ...common,
      items: group.length,
      ...(first.cutOff === undefined
        ? {}
        : {
            cutOff,
            margin: known.length === 0 ? null : known.reduce((sum, money) => sum + money, 0),
            problem: `without ${first.location} nothing of ${group.length} items reaches ${named(cutOff)}`,
          }),
    };
  });
}

function named(places: readonly string[]): string {
  return places.length <= 6
    ? places.join(", ")
    : `${places.slice(0, 5).join(", ")} and ${places.length - 5} more`;
}

/** Errors first, single points of failure by margin at risk, the rest as the tables have it. */
function graver(a: SharedFault, b: SharedFault): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) || (b.margin ?? -1) - (a.margin ?? -1)
  );
}

function rowOf(fault: SharedFault, runId: string): Row<typeof networkFindingsTable.columns> {
  return {
    Severity: fault.severity,
    Finding: fault.finding,
    Location: fault.location ?? null,
    To: fault.to ?? null,
    Item: fault.item ?? null,
    Items: fault.items,
    Problem: fault.problem,
    CutOff: fault.cutOff?.join(", ") ?? null,
    MarginWeek: fault.margin ?? null,
    RunId: runId,
  };
}
