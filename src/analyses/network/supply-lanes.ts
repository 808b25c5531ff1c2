import { PlanningError } from "../../engine/errors";
import type { NetworkLane, Place } from "./network-tables";

/** Lanes that bring supply from one place to another. */
export function supplyLanes(lanes: readonly NetworkLane[]): NetworkLane[] {
  return lanes.filter(({ lateral, from, to }) => !lateral && from !== "" && to !== "" && from !== to);
}

/** Days of a lane of an item; refused where they are not known. */
export function laneDays(item: string, { from, to, leadTime }: NetworkLane): number {
  if (leadTime >= 0) return leadTime;
  const got = Number.isNaN(leadTime) ? "a blank" : String(leadTime);
  throw refused(`${item}: LeadTime of the lane from ${from} to ${to} must be at least 0, got ${got}`);
}

/** What Locations says of a place of an item; refused where it says nothing. */
export function knownPlace<P>(item: string, id: string, known: ReadonlyMap<string, P>): P {
  const place = known.get(id);
  if (place === undefined) throw refused(`${item}: ${id} stands in no row of Locations`);
  return place;
}

/**
 * Days until an item is there at a place that no lane leads to: a supplier promises what the lane from it says, another place replenishes
 * itself in the item's lead time.
 */
export function startDays(item: string, id: string, type: Place["type"], leadTime: number | null): number {
  if (type === "supplier") return 0;
  if (leadTime === null) throw refused(`${item}: no supply lane leads to ${id}, and Items has no LeadTime`);
  return leadTime;
}

function refused(message: string): PlanningError {
  return new PlanningError("invalid-input", "lanes", message);
}
