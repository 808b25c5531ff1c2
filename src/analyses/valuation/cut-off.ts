import { bucketOf, bucketStart, dayOfSerial, serialOfIsoText } from "../../engine/calendar";
import { insufficientData, invalidInput } from "../../engine/errors";
import { readRows, stockTable, transactionsTable } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import { textOption } from "../options";

export const cutOffOption = textOption(
  "Month end, such as 2026-03-31; where it is blank, the latest day of Stock, else the month end after the last movement",
);

/** The last day that counts, and the first of its month, as Excel serials. */
export interface Period {
  readonly cutOff: number;
  readonly monthStart: number;
}

export const periodTo = (cutOff: number): Period => ({
  cutOff: Math.floor(cutOff),
  monthStart: bucketStart(bucketOf(cutOff, "M"), "M"),
});

/** The period that an option names, or that the tables speak of. */
export function periodOf(
  cutOff: string,
  { stock, transactions }: { readonly stock?: TableContent; readonly transactions?: TableContent },
): Period {
  if (cutOff.trim() !== "") {
    const serial = serialOfIsoText(cutOff);
    if (serial === undefined) throw invalidInput("cutOff", "must be a date such as 2026-03-31", cutOff);
    return periodTo(serial);
  }
  const counted = latest(stock && dates(narrowed(stockTable, ["AsOf"]), stock));
  if (counted !== undefined) return periodTo(counted);
  const moved = latest(transactions && dates(narrowed(transactionsTable, ["Date"]), transactions, "Date"));
  if (moved === undefined) throw insufficientData("Date", "must stand in one row at least", null);
  return periodTo(bucketStart(bucketOf(moved, "M") + 1, "M") - 1);
}

function dates(
  schema: Parameters<typeof readRows>[0],
  { columns, rows }: TableContent,
  column = "AsOf",
): readonly number[] {
  return readRows(schema, columns, rows).rows.flatMap((row) => {
    const date = row[column];
    return typeof date === "number" ? [date] : [];
  });
}

function latest(all: readonly number[] | undefined): number | undefined {
  let found: number | undefined;
  for (const date of all ?? []) if (found === undefined || date > found) found = date;
  return found;
}

/** Whole days from one serial to another. */
export const daysFrom = (from: number, to: number): number => dayOfSerial(to) - dayOfSerial(from);
