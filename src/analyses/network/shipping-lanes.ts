import { daysPerYear } from "../../engine/calendar";
import { lanesTable, type Issue } from "../../workbook/tables";
import { weekdaysIn, workingDays } from "../compare/order-days";
import type { NetworkLane } from "./network-tables";

/** How goods travel between two places of an item's network. */
export interface ShippingLane {
  readonly from: string;
  readonly to: string;
  /** Money a unit; 0 where the cell is blank. */
  readonly freight: number;
  readonly smallest: number;
  readonly multiple: number;
  /** Times a year that it runs. */
  readonly departures: number;
}

const weeks = daysPerYear / 7;

/** Of several lanes between the same two places, the one with the least freight. */
export function shippingLanes(lanes: readonly NetworkLane[]): ShippingLane[] {
  const cheapest = new Map<string, ShippingLane>();
  for (const { from, to, freight, moq, multiple, daysOpen } of lanes) {
    const key = JSON.stringify([from, to]);
    const own = freight || 0;
    if (own >= (cheapest.get(key)?.freight ?? Infinity)) continue;
    const days = weekdaysIn(daysOpen) ?? workingDays;
    cheapest.set(key, {
      from,
      to,
      freight: own,
      smallest: moq || 0,
      multiple: multiple || 1,
      departures: weeks * days.length,
    });
  }
  return [...cheapest.values()];
}

/** Days that cannot be read, and smallest shipments whose freight is not known: shipping less of them looks free. */
export function shippingIssues(lanes: readonly NetworkLane[]): Issue[] {
  return lanes.flatMap(({ from, to, freight, moq, multiple, daysOpen, row }): Issue[] => {
    const issue = (column: string, message: string) => ({ table: lanesTable.name, row, column, message });
    return [
      ...(daysOpen !== "" && weekdaysIn(daysOpen) === undefined
        ? [
            issue(
              "DaysOpen",
              `DaysOpen must be weekdays such as Mon Thu, got ${daysOpen}: taken for every working day`,
            ),
          ]
        : []),
      ...(Number.isNaN(freight) && (moq > 0 || multiple > 0)
        ? [
            issue(
              "Cost",
              `${from} to ${to}: Cost is blank, so that shipping less than a full lot counts as free`,
            ),
          ]
        : []),
    ];
  });
}
