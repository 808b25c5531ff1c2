import { dayOfSerial, isoTextOfSerial } from "../../../engine/calendar";
import { readRows, receiptsTable, type Issue } from "../../../workbook/tables";
import type { TableContent } from "../../../workbook/workbook";
import { narrowed } from "../../narrowed-schema";
import type { Period } from "../cut-off";
import type { ReadMovements } from "../read-movements";
import type { StockSnapshot } from "../stock-snapshot";
import { comparison, type TieOutLine } from "./lines";
import { unitsText } from "./money-text";

const receiptColumns = narrowed(receiptsTable, ["PO", "Line", "Item", "Location", "Received", "QtyReceived"]);

/** Whether the movements of the month are complete: rows that count, rows of the next month, receipts delivered but not booked. */
export function cutOffLines(
  movements: ReadMovements,
  receipts: TableContent | undefined,
  snapshot: StockSnapshot,
  period: Period,
): { readonly lines: TieOutLine[]; readonly issues: readonly Issue[] } {
  const { used, unusable, later } = movements;
  const lines: TieOutLine[] = [
    {
      row: comparison("cut-off", "Rows of Transactions that can be used", [used, used + unusable], {
        Class: unusable === 0 ? null : "bad rows",
        Note: unusable === 0 ? null : `${unusable} rows have an issue and are left out`,
      }),
    },
  ];
  if (later.length > 0)
    lines.push({
      row: {
        Step: "cut-off",
        Line: "Rows dated after the cut-off, left for the next month",
        Ours: later.length,
        State: "ties",
        Class: "timing",
      },
    });
  if (snapshot.asOf !== undefined && dayOfSerial(snapshot.asOf) !== dayOfSerial(period.cutOff))
    lines.push({
      row: {
        Step: "cut-off",
        Line: "Day of Stock against the cut-off",
        State: "differs",
        Class: "timing",
        Note: `Stock is of ${isoTextOfSerial(snapshot.asOf)}, the cut-off is ${isoTextOfSerial(period.cutOff)}`,
      },
      cell: { table: "Stock", row: [...snapshot.lines.values()][0]?.row ?? 0, column: "AsOf" },
    });
  const booked = receipts === undefined ? undefined : receiptLines(movements, receipts, period);
  return { lines: [...lines, ...(booked?.lines ?? [])], issues: booked?.issues ?? [] };
}

/** Receipts of the month beside the movements that name them: what was delivered and is not booked, and what was booked too early. */
function receiptLines(movements: ReadMovements, receipts: TableContent, { cutOff, monthStart }: Period) {
  const { rows, rowNumbers, issues } = readRows(receiptColumns, receipts.columns, receipts.rows);
  const booked = new Map<string, number>();
  for (const { item, refs, quantities, dates } of movements.byItem.values())
    refs.forEach((ref, i) => {
      if (ref === "" || quantities[i] <= 0) return;
      const key = `${item}\t${ref}`;
      booked.set(key, Math.min(booked.get(key) ?? Infinity, dates[i]));
    });
  const keysOf = ({ Item, PO, Line }: (typeof rows)[number]) =>
    [`${PO}`, `${PO}-${Line}`, `${PO}/${Line}`].map((ref) => `${Item}\t${ref}`);
  const speaksOfReceipts = rows.some((row) => keysOf(row).some((key) => booked.has(key)));
  if (!speaksOfReceipts) return { lines: [], issues };
  const lines: TieOutLine[] = [];
  rows.forEach((row, i) => {
    const { Item, Location, PO, Line, Received, QtyReceived } = row;
    const found = keysOf(row).find((key) => booked.has(key));
    const cell = { table: receiptsTable.name, row: rowNumbers[i], column: "Received" };
    const about = { Item, Location, Document: PO, Class: "timing" };
    if (
      found === undefined &&
      Received !== null &&
      Received >= monthStart &&
      dayOfSerial(Received) <= dayOfSerial(cutOff)
    ) {
      const Note = `${PO} line ${Line}: ${unitsText(QtyReceived ?? 0)} came on ${isoTextOfSerial(Received)} and are not booked`;
      const line = "Delivered by the cut-off, not booked";
      lines.push({
        row: { Step: "cut-off", Line: line, State: "differs", Theirs: QtyReceived, Note, ...about },
        cell,
      });
    }
    const day = found === undefined ? undefined : booked.get(found);
    if (
      day !== undefined &&
      day >= monthStart &&
      Received !== null &&
      dayOfSerial(Received) > dayOfSerial(cutOff)
    ) {
      const Note = `${PO} line ${Line}: booked on ${isoTextOfSerial(day)}, came on ${isoTextOfSerial(Received)}`;
      const line = "Booked by the cut-off, delivered after it";
      lines.push({
        row: { Step: "cut-off", Line: line, State: "differs", Ours: QtyReceived, Note, ...about },
        cell,
      });
    }
  });
  return { lines, issues };
}
