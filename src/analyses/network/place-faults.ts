import { reached, type SupplyGraph } from "../../engine/network";
import type { NetworkLane, Place } from "./network-tables";
import type { Fault } from "./fault";

/** What is wrong with the rows of Locations, and with the network as a whole, all items together. */
export function placeFaults(places: readonly Place[], lanes: readonly NetworkLane[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const { id, row } of places) {
    if (id === "")
      faults.push({ severity: "ERROR", finding: "blank name", problem: `Locations row ${row} has no code` });
    else if (seen.has(id))
      faults.push({
        severity: "ERROR",
        finding: "duplicate place",
        location: id,
        problem: `${id} stands in Locations twice`,
      });
    seen.add(id);
  }
  const unique = places.filter(({ id }, i) => id !== "" && places.findIndex((one) => one.id === id) === i);
  const graph = graphOf(unique, lanes);
  const touched = new Set(lanes.flatMap(({ from, to }) => [from, to]));
  const isAlone = (i: number) => !touched.has(unique[i].id);
  const rootsThere = unique.some(({ type }, i) => type === "supplier" && graph.customers[i].length > 0);
  unique.forEach(({ id, type }, i) => {
    if (isAlone(i)) {
      faults.push({
        severity: "WARNING",
        finding: "orphan",
        location: id,
        problem: `no lane leads to or from ${id}`,
      });
    } else if (rootsThere && type !== "supplier" && graph.suppliers[i].length === 0) {
      faults.push({
        severity: "WARNING",
        finding: "nothing replenishes it",
        location: id,
        problem: `${id} is no supplier, yet no supply lane leads to it`,
      });
    }
  });
  const around = graph.suppliers.map((list, i) => [...list, ...graph.customers[i]]);
  const done = new Set<number>();
  const parts: number[][] = [];
  unique.forEach((_, i) => {
    if (done.has(i) || isAlone(i)) return;
    const part = [...reached([i], around)];
    part.forEach((j) => done.add(j));
    parts.push(part.sort((a, b) => a - b));
  });
  parts.sort((a, b) => b.length - a.length);
  for (const part of parts.slice(1)) {
    const names = part.map((i) => unique[i].id);
    faults.push({
      severity: "WARNING",
      finding: "separate network",
      location: names[0],
      problem: `no lane joins ${names.join(", ")} to the rest`,
    });
  }
  return faults;
}

/** Supply lanes between known places, whatever item they are for. */
function graphOf(places: readonly Place[], lanes: readonly NetworkLane[]): SupplyGraph {
  const position = new Map(places.map(({ id }, i) => [id, i]));
  const suppliers = places.map((): number[] => []);
  const customers = places.map((): number[] => []);
  for (const { from, to, lateral } of lanes) {
    const [a, b] = [position.get(from), position.get(to)];
    if (lateral || a === undefined || b === undefined || a === b || customers[a].includes(b)) continue;
    customers[a].push(b);
    suppliers[b].push(a);
  }
  return { suppliers, customers };
}
