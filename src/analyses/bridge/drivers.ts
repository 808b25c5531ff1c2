import { readRows, settingsTable } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

/** What moves stock, in the order in which it is told. */
export const drivers = [
  "forecast error",
  "lead time",
  "lot size",
  "policy",
  "ordering",
  "order cycle",
  "mix",
  "write-off",
  "counts and moves",
  "other",
  "cost",
] as const;
export type Driver = (typeof drivers)[number];

export type ByDriver = Readonly<Record<Driver, number>>;

/** Who answers for a driver unless Settings names somebody: a row "Owner of lead time". */
const roles: Readonly<Record<Driver, string>> = {
  "forecast error": "demand planner",
  "lead time": "purchasing",
  "lot size": "supply planner",
  policy: "inventory planner",
  ordering: "supply planner",
  "order cycle": "supply planner",
  mix: "sales",
  "write-off": "finance",
  "counts and moves": "warehouse",
  other: "supply planner",
  cost: "purchasing",
};

/** How each driver is measured, in a sentence. */
export const driverBasis: Readonly<Record<Driver, string>> = {
  "forecast error":
    "expected less taken over the lead time before each date: what is not taken stays on the shelf; expected by the forecast; without one, where a policy is in force, by the mean of the year before",
  "lead time": "units that came before they were due, less units that were due and had not come",
  "lot size": "half the change of the lot in force, else of the mean receipt of a year",
  policy: "change of the reorder point in force, else of safety stocks in Export_Params",
  ordering:
    "on hand and on order above the policy then in force, or below: bought without need, or not in time",
  "order cycle":
    "where items stood between two orders, just refilled or about to be: it tends to even out over items and months",
  mix: "change of what is expected over the lead time, which a reorder point left as it is does not follow; without a policy change of issues at the cover of before; new items whole",
  "write-off": "units scrapped",
  "counts and moves":
    "differences of counts, and moves between places, which even out but for what is under way",
  other: "what none of these explains; items without a policy in force land here",
  cost: "change of the unit cost",
};

export const noEffects = (): Record<Driver, number> =>
  Object.fromEntries(drivers.map((driver) => [driver, 0])) as Record<Driver, number>;

/** The owner of each driver by Settings, else the usual role. */
export function driverOwners(settings: TableContent | undefined): Readonly<Record<Driver, string>> {
  const named = new Map<string, string>();
  if (settings !== undefined) {
    for (const { Setting, Value } of readRows(settingsTable, settings.columns, settings.rows).rows)
      if (Value !== null) named.set((Setting as string).toLowerCase(), Value);
  }
  const owner = (driver: Driver) => named.get(`owner of ${driver}`) ?? roles[driver];
  return Object.fromEntries(drivers.map((driver) => [driver, owner(driver)])) as Record<Driver, string>;
}
