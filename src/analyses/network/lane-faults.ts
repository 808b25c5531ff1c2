import type { NetworkLane, Place } from "./network-tables";
import type { Fault } from "./fault";

/** How far a place stands from the customer; goods flow towards lower numbers. */
const echelon = { supplier: 3, plant: 2, DC: 1, store: 0 } as const;

/** What is wrong with single rows of Lanes. */
export function laneFaults(
  places: readonly Place[],
  lanes: readonly NetworkLane[],
  knownItems: ReadonlySet<string> | undefined,
): Fault[] {
  const known = new Map(places.map((place) => [place.id, place]));
  const seen = new Set<string>();
  const unknown = new Set<string>();
  const faults: Fault[] = [];
  for (const { from, to, item, leadTime, leadTimeSd, lateral, row } of lanes) {
    const where = { location: from, to, ...(item === "" ? {} : { item }) };
    const lane = `the lane from ${from} to ${to}${item === "" ? "" : ` for ${item}`}`;
    const fault = (severity: Fault["severity"], finding: Fault["finding"], problem: string) =>
      faults.push({ severity, finding, ...where, problem });
    if (from === "" || to === "") {
      fault("ERROR", "blank end", `Lanes row ${row} has a blank ${from === "" ? "start" : "end"}`);
      continue;
    }
    for (const id of [from, to]) {
      if (known.has(id) || unknown.has(id)) continue;
      unknown.add(id);
      fault("ERROR", "unknown place", `${id} of Lanes row ${row} stands in no row of Locations`);
    }
    if (item !== "" && knownItems !== undefined && !knownItems.has(item))
      fault("WARNING", "unknown item", `${item} of Lanes row ${row} stands in no row of Items`);
    if (from === to) fault("ERROR", "lane to itself", `${lane} ends where it starts`);
    const key = JSON.stringify([from, to, item, lateral]);
    if (seen.has(key)) fault("ERROR", "duplicate lane", `${lane} stands in Lanes twice`);
    seen.add(key);
    if (Number.isNaN(leadTime)) fault("ERROR", "no lead time", `${lane} has no lead time`);
    else if (leadTime < 0) fault("ERROR", "negative lead time", `${lane} has the lead time ${leadTime}`);
    else if (leadTimeSd > leadTime)
      fault("INFO", "uncertain lead time", `${lane} spreads by ${leadTimeSd} days around ${leadTime}`);
    const [a, b] = [known.get(from)?.type, known.get(to)?.type];
    if (!lateral && a && b && (b === "supplier" || echelon[a] < echelon[b]))
      fault("WARNING", "against the flow", `${lane} runs from a ${a} to a ${b}`);
  }
  return faults;
}
