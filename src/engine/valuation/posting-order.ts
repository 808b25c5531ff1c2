import { dayOfSerial } from "../calendar";
import type { Ledger } from "./ledger";

const phases = 4;

/**
 * By day; on a day what comes in, then late invoices, then what moves between places, then what goes out, else as entered. A row that
 * comes in and belongs to an issue of the same day is a return of it and follows it: that is so if it was entered after the issue, or has
 * no cost of its own. What arrives by a transfer follows what left by it.
 */
export function postingOrder(ledger: Ledger): readonly number[] {
  const { dates, quantities, refs, transfers } = ledger;
  const keys = Float64Array.from(dates, (date, row) => {
    const phase = transfers?.[row] === true ? 2 : quantities[row] > 0 ? 0 : quantities[row] === 0 ? 1 : 3;
    return dayOfSerial(date) * phases + phase;
  });
  const order = Array.from(keys, (_, row) => row);
  if (keys.some((key, row) => row > 0 && key < keys[row - 1]))
    order.sort((a, b) => keys[a] - keys[b] || a - b);
  return refs === undefined ? order : withReturnsAfterTheirIssues(ledger, refs, keys, order);
}

function withReturnsAfterTheirIssues(
  ledger: Ledger,
  refs: readonly string[],
  keys: Float64Array,
  order: readonly number[],
): readonly number[] {
  const dayOf = (row: number) => Math.floor(keys[row] / phases);
  const opened = new Set<string>();
  const result: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && dayOf(order[end]) === dayOf(order[start])) end++;
    const day = order.slice(start, end);
    for (const row of dayInOrder(ledger, refs, day, opened)) result.push(row);
    for (const row of day) opened.add(refs[row]);
    start = end;
  }
  return result;
}

/** @param opened documents of the days before */
function dayInOrder(
  { quantities, costs, transfers }: Ledger,
  refs: readonly string[],
  day: readonly number[],
  opened: ReadonlySet<string>,
): readonly number[] {
  const moved = (row: number): boolean => transfers?.[row] === true;
  const issues = new Map<string, number>();
  for (const row of day) {
    const ref = refs[row];
    if (quantities[row] < 0 && !moved(row) && ref !== "" && !opened.has(ref) && !issues.has(ref))
      issues.set(ref, row);
  }
  const places = new Map<number, number>();
  for (const row of day) {
    const issue = quantities[row] > 0 && !moved(row) ? issues.get(refs[row]) : undefined;
    if (issue === undefined || (row < issue && !Number.isNaN(costs[row]))) continue;
    places.set(row, Math.max(row, issue + 0.5));
  }
  const arriving = arrivalsByDocument(day, refs, (row) => moved(row) && quantities[row] > 0);
  if (places.size === 0 && arriving.size === 0) return day;
  const place = (row: number): number => places.get(row) ?? row;
  const goesOut = (row: number): boolean => (quantities[row] < 0 && !moved(row)) || places.has(row);
  const out = day.filter(goesOut).sort((a, b) => place(a) - place(b));
  const rest = day.filter((row) => !goesOut(row));
  return [...(arriving.size === 0 ? rest : inStepWithDepartures(rest, refs, arriving)), ...out];
}

function arrivalsByDocument(
  day: readonly number[],
  refs: readonly string[],
  arrives: (row: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const row of day) if (arrives(row)) found.set(refs[row], [...(found.get(refs[row]) ?? []), row]);
  return found;
}

/** What arrives follows the last row of the day that left under its document; what left on a day before stands where it was. */
function inStepWithDepartures(
  rows: readonly number[],
  refs: readonly string[],
  arriving: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const late = new Set([...arriving.values()].flat());
  const lastOut = new Map<string, number>();
  for (const row of rows) if (!late.has(row) && arriving.has(refs[row])) lastOut.set(refs[row], row);
  return rows.flatMap((row) => {
    if (late.has(row)) return lastOut.has(refs[row]) ? [] : [row];
    return lastOut.get(refs[row]) === row ? [row, ...(arriving.get(refs[row]) as readonly number[])] : [row];
  });
}
