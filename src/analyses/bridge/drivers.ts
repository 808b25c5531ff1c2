import { readRows, settingsTable } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

/** What moves stock, in the order in which it is told. */
export const drivers = [
  "forecast error",
  "lead time",
  "lot size",
  "policy",
  "mix",
  "write-off",
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
  mix: "sales",
  "write-off": "finance",
  other: "supply planner",
  cost: "purchasing",
};

/** How each driver is measured, in a sentence. */
export const driverBasis: Readonly<Record<Driver, string>> = {
  "forecast error":
    "forecast less demand of the months between: what was expected and not taken stays on the shelf",
  "lead time": "units that came before they were due, less units that were due and had not come",
  "lot size": "half the change of the mean receipt of a year",
  policy: "safety stocks changed in Export_Params between the dates",
  mix: "change of issues at the cover of the first date, new items whole",
  "write-off": "units scrapped",
  other: "what none of these explains: buying ahead of plan, moves between places, counting",
  cost: "change of the unit cost",
};

export const noEffects = (): Record<Driver, number> => ({
  "forecast error": 0,
  "lead time": 0,
  "lot size": 0,
  policy: 0,
  mix: 0,
  "write-off": 0,
  other: 0,
  cost: 0,
});

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
