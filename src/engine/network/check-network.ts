import { findCycle, longestTime, longestTimes, shortened, suppliersFirst, type Lane } from "./network";
import { cutOff, reached, type SupplyGraph } from "./weak-points";

/** A row of a table of sites as typed, before anything is known to be right; NaN where a cell is blank. */
export interface SiteRow {
  readonly id: string;
  readonly processingTime: number;
  readonly holdingCost: number;
  readonly demandSd: number;
  readonly maxServiceTime: number;
  readonly inboundTime: number;
  readonly z: number;
  /** Columns in which something stands that is no number; their values are NaN. */
  readonly notNumbers?: readonly SiteColumn[];
}

const columnWords = {
  processingTime: "lead time",
  holdingCost: "holding cost",
  demandSd: "sd of demand",
  maxServiceTime: "max outbound service time",
  inboundTime: "external inbound time",
  z: "z",
} as const;
export type SiteColumn = keyof typeof columnWords;

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
  if (sites.length === 0) report("ERROR", "", "no nodes");
  const graph = linkLanes(lanes, known, report);
  checkShape(rows, graph, report);
  const rank = (one: NetworkProblem) => severities.indexOf(one.severity);
  return problems.sort((a, b) => rank(a) - rank(b));
}

type Report = (severity: NetworkProblem["severity"], node: string, problem: string) => void;

function checkValues(row: SiteRow, report: Report): void {
  const { id, notNumbers = [] } = row;
  for (const column of ["processingTime", "holdingCost"] as const) {
    if (Number.isNaN(row[column]) && !notNumbers.includes(column))
      report("ERROR", id, `missing ${columnWords[column]}`);
  }
  for (const column of Object.keys(columnWords) as SiteColumn[]) {
    const [value, what] = [row[column], columnWords[column]];
    if (notNumbers.includes(column)) report("ERROR", id, `${what} is not a number`);
    else if (value < 0) report("ERROR", id, `negative ${what}`);
    else if (wholeColumns.has(column) && !Number.isNaN(value) && !Number.isInteger(value))
      report("ERROR", id, `${what} is not whole`);
  }
}

const wholeColumns: ReadonlySet<SiteColumn> = new Set(["processingTime", "maxServiceTime", "inboundTime"]);

function linkLanes(lanes: readonly Lane[], known: ReadonlyMap<string, number>, report: Report): SupplyGraph {
  const suppliers = Array.from(known, (): number[] => []);
  const customers = Array.from(known, (): number[] => []);
  const unknown = new Set<string>();
  for (const { from, to } of lanes) {
    if (from === "" || to === "") report("ERROR", from === "" ? to : from, "lane with one end blank");
    for (const id of [from, to]) {
      if (id === "" || known.has(id) || unknown.has(id)) continue;
      unknown.add(id);
      report("ERROR", id, "unknown node in lanes");
    }
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
  const cycles = cyclesIn(graph);
  for (const cycle of cycles) {
    const names = [...cycle, cycle[0]].map((i) => rows[i].id);
    report("ERROR", names[0], `cycle: ${shortened(names)}`);
  }
  if (cycles.length === 0) checkLength(rows, graph, report);
  const alone = (i: number) => suppliers[i].length === 0 && customers[i].length === 0;
  const roots = rows.flatMap((_, i) =>
    suppliers[i].length === 0 && !(alone(i) && rows.length > 1) ? [i] : [],
  );
  const places = rows.flatMap(({ demandSd }, i) => (demandSd > 0 ? [i] : []));
  const feeding = reached(places, suppliers);
  const supplied = reached(roots, customers);
  const lost = cutOff(roots, places, graph.customers);
  rows.forEach(({ id, demandSd, maxServiceTime }, i) => {
    if (alone(i) && rows.length > 1) return report("WARNING", id, "orphan: no lane leads to or from it");
    if (demandSd > 0 && !supplied.has(i))
      report("WARNING", id, "unreachable: only what goes round in a cycle leads to it");
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

/** One cycle for each lane that has to go until there is none. */
function cyclesIn({ suppliers, customers }: SupplyGraph): number[][] {
  const left = suppliers.map((list) => [...list]);
  const onward = customers.map((list) => [...list]);
  const cycles: number[][] = [];
  for (;;) {
    const order = suppliersFirst(left, onward);
    if (order.length === left.length) return cycles;
    const cycle = findCycle(left, new Set(order));
    const [from, to] = [cycle[cycle.length - 1], cycle[0]];
    left[to] = left[to].filter((i) => i !== from);
    onward[from] = onward[from].filter((i) => i !== to);
    cycles.push(cycle);
  }
}

function checkLength(rows: readonly SiteRow[], { suppliers, customers }: SupplyGraph, report: Report): void {
  const sites = rows.map(({ processingTime, inboundTime }) => ({
    processingTime: processingTime || 0,
    inboundTime: inboundTime || 0,
  }));
  const longest = longestTimes(sites, suppliers, suppliersFirst(suppliers, customers));
  const worst = longest.findIndex((time) => time > longestTime);
  if (worst >= 0)
    report("ERROR", rows[worst].id, `times up to it add up to ${longest[worst]}, more than ${longestTime}`);
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
