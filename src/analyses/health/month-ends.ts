import { bucketOf, bucketStart } from "../../engine/calendar";

/** Last day of a month, as Excel serial; months are numbered as `bucketOf` does. */
export const monthEnd = (month: number): number => bucketStart(month + 1, "M") - 1;

/** The last month that is over on a day: its own where it is the last day of it. */
export function lastWholeMonth(day: number): number {
  const month = bucketOf(day, "M");
  return Math.floor(day) === monthEnd(month) ? month : month - 1;
}
