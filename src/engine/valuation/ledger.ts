import { PlanningError, invalidInput } from "../errors";
import { dayOfSerial, isoTextOfSerial } from "../calendar";
import { type CountedQuantities, countInSteps } from "./quantity-steps";

/** Stock movements of one item, in the order in which they were entered. */
export interface Ledger {
  /** Days, as Excel serials. */
  readonly dates: readonly number[];
  /** Units: + in, - out. 0 with a cost is an invoice that came after the goods. */
  readonly quantities: readonly number[];
  /** Money per unit where units came in, money in all where the quantity is 0; NaN where blank. */
  readonly costs: readonly number[];
  /** Document that a row belongs to; "" for none. */
  readonly refs?: readonly string[];
  /** How a row is called in messages; its place in the ledger, counted from 1, where left out. */
  readonly positions?: readonly number[];
}

export interface PreparedLedger extends Ledger, CountedQuantities {
  /** Rows in the order in which they are posted. */
  readonly order: readonly number[];
}

/** Checks what every method of valuation needs, and puts the rows in the order of posting. */
export function prepareLedger(ledger: Ledger): PreparedLedger {
  const { dates, quantities } = ledger;
  for (let row = 0; row < dates.length; row++) {
    if (Number.isNaN(dates[row])) throw invalidInput(at(ledger, "dates", row), "must be a date", null);
    if (Number.isNaN(quantities[row])) throw invalidInput(at(ledger, "qty", row), "must be a number", null);
  }
  const counted = countInSteps(quantities);
  return { ...ledger, ...counted, order: postingOrder(ledger) };
}

/** The argument and the place of a row, for messages. */
export function at({ positions }: Ledger, argument: string, row: number): string {
  return `${argument} at position ${positions?.[row] ?? row + 1}`;
}

/** The cost of a row that brings units in or is a late invoice. */
export function costOf(ledger: Ledger, row: number): number {
  const cost = ledger.costs[row];
  const argument = at(ledger, "cost", row);
  if (Number.isNaN(cost)) throw invalidInput(argument, "must be given where units come in", null);
  if (cost < 0 && ledger.quantities[row] > 0) throw invalidInput(argument, "must be at least 0", cost);
  return cost;
}

/** Negative stock is reported, never priced. */
export function shortage(ledger: Ledger, row: number, units: number): PlanningError {
  const place = `on ${isoTextOfSerial(ledger.dates[row])} (position ${ledger.positions?.[row] ?? row + 1})`;
  return new PlanningError("no-solution", "qty", `qty must not take stock below 0, got ${-units} ${place}`);
}

/**
 * By day; on a day what comes in, then late invoices, then what goes out, else as entered. A row that comes in and belongs to an issue
 * of the same day is a return of it and follows it: that is so if it was entered after the issue, or has no cost of its own.
 */
function postingOrder(ledger: Ledger): readonly number[] {
  const { dates, quantities, refs } = ledger;
  const keys = Float64Array.from(dates, (date, row) => {
    const phase = quantities[row] > 0 ? 0 : quantities[row] === 0 ? 1 : 2;
    return dayOfSerial(date) * 3 + phase;
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
  const dayOf = (row: number) => Math.floor(keys[row] / 3);
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
  { quantities, costs }: Ledger,
  refs: readonly string[],
  day: readonly number[],
  opened: ReadonlySet<string>,
): readonly number[] {
  const issues = new Map<string, number>();
  for (const row of day) {
    const ref = refs[row];
    if (quantities[row] < 0 && ref !== "" && !opened.has(ref) && !issues.has(ref)) issues.set(ref, row);
  }
  const places = new Map<number, number>();
  for (const row of day) {
    const issue = quantities[row] > 0 ? issues.get(refs[row]) : undefined;
    if (issue === undefined || (row < issue && !Number.isNaN(costs[row]))) continue;
    places.set(row, Math.max(row, issue + 0.5));
  }
  if (places.size === 0) return day;
  const place = (row: number): number => places.get(row) ?? row;
  const goesOut = (row: number): boolean => quantities[row] < 0 || places.has(row);
  const out = day.filter(goesOut).sort((a, b) => place(a) - place(b));
  return [...day.filter((row) => !goesOut(row)), ...out];
}
