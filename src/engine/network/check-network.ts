import { findCycle, suppliersFirst, type Lane } from "./network";
import { cutOff, reached, type SupplyGraph } from "./weak-points";

/** A row of a table of sites as typed, before anything is known to be right; NaN where a cell is blank. */
export interface SiteRow {
  readonly id: string;
  readonly processingTime: number;
  readonly holdingCost: number;
  readonly demandSd: number;
  readonly maxServiceTime: number;
  readonly inboundTime: number;
  /** Blank as NaN. */
  readonly z: number;
}

export const severities = ["ERROR", "WARNING", "INFO"] as const;

/** ERROR: no plan can be made. WARNING: a plan can be made, and something is weak or missing. INFO: worth knowing. */
export interface NetworkProblem {
  readonly severity: (typeof severities)[number];
  /** The site it is about; "" where it is about the whole. */
  readonly node: string;
  readonly problem: string;
}

/** What is wrong or weak in a network, errors first, then in the order of the rows. Never throws. */
export function checkNetwork(sites: readonly SiteRow[], lanes: readonly Lane[]): NetworkProblem[] {
  const problems: NetworkProblem[] = [];
  const report = (severity: NetworkProblem["severity"], node: string, problem: string) => {
    problems.push({ severity, node, problem });
  };
  const known = new Map<string, number>();
  const rows: SiteRow[] = [];
  for (const row of sites) {
    if (row.id === "") report("ERROR", "", "node without a name");
    else if (known.has(row.id)) report("ERROR", row.id, "node stands in the list twice");
    else {
      known.set(row.id, rows.length);
      rows.push(row);
      checkValues(row, report);
    }
  }
  const graph = linkLanes(lanes, known, report);
  checkShape(rows, graph, report);
  const rank = (one: NetworkProblem) => severities.indexOf(one.severity);
  return problems.sort((a, b) => rank(a) - rank(b));
}

type Report = (severity: NetworkProblem["severity"], node: string, problem: string) => void;

function checkValues(row: SiteRow, report: Report): void {
  const { id, processingTime, holdingCost, demandSd, maxServiceTime, inboundTime } = row;
  if (Number.isNaN(processingTime)) report("ERROR", id, "missing lead time");
  for (const [what, time] of [
    ["lead time", processingTime],
    ["max outbound service time", maxServiceTime],
    ["external inbound time", inboundTime],
  ] as const) {
    if (time < 0) report("ERROR", id, `negative ${what}`);
    else if (!Number.isNaN(time) && !Number.isInteger(time)) report("ERROR", id, `${what} is not whole`);
  }
  if (Number.isNaN(holdingCost)) report("ERROR", id, "missing holding cost");
  if (holdingCost < 0) report("ERROR", id, "negative holding cost");
  if (demandSd < 0) report("ERROR", id, "negative sd of demand");
}

function linkLanes(lanes: readonly Lane[], known: ReadonlyMap<string, number>, report: Report): SupplyGraph {
  const suppliers = Array.from(known, (): number[] => []);
  const customers = Array.from(known, (): number[] => []);
  for (const { from, to } of lanes) {
    if (from === "" || to === "") report("ERROR", from === "" ? to : from, "lane with one end blank");
    for (const id of [from, to])
      if (id !== "" && !known.has(id)) report("ERROR", id, "unknown node in lanes");
    const [a, b] = [known.get(from), known.get(to)];
    if (a === undefined || b === undefined) continue;
    if (a === b) report("ERROR", from, "lane to itself");
    else if (customers[a].includes(b)) report("ERROR", from, `lane to ${to} stands in the list twice`);
    else {
      customers[a].push(b);
      suppliers[b].push(a);
    }
  }
  return { suppliers, customers };
}

function checkShape(rows: readonly SiteRow[], graph: SupplyGraph, report: Report): void {
  const { suppliers, customers } = graph;
  const order = suppliersFirst(suppliers, customers);
  if (order.length < rows.length) {
    const cycle = findCycle(suppliers, new Set(order)).map((i) => rows[i].id);
    report("ERROR", cycle[0], `cycle: ${[...cycle, cycle[0]].join(" > ")}`);
  }
  const alone = (i: number) => suppliers[i].length === 0 && customers[i].length === 0;
  const roots = rows.flatMap((_, i) =>
    suppliers[i].length === 0 && !(alone(i) && rows.length > 1) ? [i] : [],
  );
  const places = rows.flatMap(({ demandSd }, i) => (demandSd > 0 ? [i] : []));
  const feeding = reached(places, suppliers);
  const lost = cutOff(roots, places, graph.customers);
  rows.forEach(({ id, maxServiceTime }, i) => {
    if (alone(i) && rows.length > 1) return report("WARNING", id, "orphan: no lane leads to or from it");
    if (!feeding.has(i)) report("WARNING", id, "no demand: neither here nor at any customer");
    if (lost[i].length > 0)
      report("WARNING", id, `single point of failure: cuts off ${named(lost[i].map((d) => rows[d].id))}`);
    if (customers[i].length === 0 && feeding.has(i) && Number.isNaN(maxServiceTime))
      report("INFO", id, "no max outbound service time where customers wait");
  });
  const parts = separateParts(graph).filter(([first]) => !alone(first));
  for (const part of parts.slice(1)) {
    report("WARNING", rows[part[0]].id, `separate network: ${named(part.map((i) => rows[i].id))}`);
  }
  for (const root of roots.slice(1)) {
    report("INFO", rows[root].id, `one of ${roots.length} roots: two or more nodes have no supplier`);
  }
}

function separateParts({ suppliers, customers }: SupplyGraph): number[][] {
  const around = suppliers.map((list, i) => [...list, ...customers[i]]);
  const seen = new Set<number>();
  const parts: number[][] = [];
  around.forEach((_, i) => {
    if (seen.has(i)) return;
    const part = [...reached([i], around)].sort((a, b) => a - b);
    part.forEach((j) => seen.add(j));
    parts.push(part);
  });
  return parts.sort((a, b) => b.length - a.length);
}

function named(ids: readonly string[]): string {
  return ids.length <= 4 ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more`;
}
