import { findTable } from "../../../analyses/needs";
import type { TableContent, TableInfo, Workbook } from "../../../workbook/workbook";

/** What a forecast is made from: tables as they were read, and the day they were read. */
export interface ForecastTables {
  readonly demand: TableContent;
  readonly items?: TableContent;
  readonly lifecycle?: TableContent;
  /** Excel serial of today. */
  readonly asOf: number;
}

export async function readForecastTables(
  workbook: Workbook,
  tables: readonly TableInfo[],
): Promise<ForecastTables | undefined> {
  const ifThere = (name: string) =>
    findTable(tables, name) === undefined ? undefined : workbook.readTable(name);
  const [demand, items, lifecycle] = await Promise.all([
    workbook.readTable("Demand"),
    ifThere("Items"),
    ifThere("Lifecycle"),
  ]);
  return demand === undefined ? undefined : { demand, items, lifecycle, asOf: serialOfToday() };
}

const MILLISECONDS_IN_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** The planner's date, not Greenwich's. */
function serialOfToday(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS_IN_DAY + SERIAL_OF_1970;
}

export function isoDate(serial: number): string {
  return new Date((serial - SERIAL_OF_1970) * MILLISECONDS_IN_DAY).toISOString().slice(0, 10);
}
