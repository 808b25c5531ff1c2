import type { TableInfo } from "../../workbook/workbook";
import { tableNeed, type Need } from "../needs";

/** What the network misses in a workbook with these tables. */
export function networkNeeds(tables: readonly TableInfo[]): Need[] {
  return [
    ...tableNeed(
      tables,
      "Locations",
      ["Location"],
      "Every place that supplies or holds stock, with its Type.",
    ),
    ...tableNeed(
      tables,
      "Lanes",
      ["From", "To"],
      "The ways goods travel between them, with LeadTime and Cost.",
    ),
  ];
}
