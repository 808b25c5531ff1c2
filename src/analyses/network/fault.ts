import type { NetworkFinding } from "../../workbook/tables/network-findings";

export interface Fault {
  readonly severity: "ERROR" | "WARNING" | "INFO";
  readonly finding: NetworkFinding;
  readonly location?: string;
  readonly to?: string;
  /** Left out where it is about all items. */
  readonly item?: string;
  readonly problem: string;
  /** Places of demand that are cut off when it fails. */
  readonly cutOff?: readonly string[];
  /** Money a week; null where price or cost is missing. */
  readonly margin?: number | null;
}

/** A fault that several items share becomes one, with how many they are. */
export interface SharedFault extends Fault {
  readonly items: number;
}
