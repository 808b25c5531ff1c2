import { normalDraws, uniformDraws } from "../../../src/engine/math/random";
import { BOOKED_MONTHS, MONTHS, closing, firstBooking, isWorkday, workdaysOf } from "./calendar";
import type { CompanyItem } from "./items";

export type Owner = "own" | "vendor";

/** What one item at one place is planned by today; typed in years ago, and nobody knows why. */
export interface Parameters {
  readonly reorderPoint: number;
  readonly lot: number;
}

export interface Movement {
  readonly day: number;
  readonly type: "receipt" | "issue" | "return" | "transfer" | "adjustment" | "scrap" | "invoice";
  readonly quantity: number;
  readonly cost: number | null;
  readonly reference: string;
}

export interface OrderLine {
  readonly order: string;
  readonly ordered: number;
  readonly due: number;
  readonly quantity: number;
  readonly cost: number;
  /** Day and quantity of each part; nothing yet where the line is open. */
  readonly parts: readonly { readonly day: number; readonly quantity: number }[];
  readonly expected: number;
}

export interface Bookings {
  readonly movements: readonly Movement[];
  readonly orders: readonly OrderLine[];
  readonly onHand: number;
  /** Part of each month with stock on the shelf, all months of the sample. */
  readonly inStock: readonly number[];
  /** Units asked for and not served at the end. */
  readonly waiting: readonly { readonly day: number; readonly quantity: number }[];
}

export interface Story {
  readonly item: CompanyItem;
  readonly seed: number;
  readonly parameters: Parameters;
  readonly demand: readonly number[];
  readonly opening: number;
  /** Days from order to receipt, told by the day of the order. */
  readonly leadTime: (ordered: number, normal: () => number) => number;
  /** One order that somebody placed by hand. */
  readonly extraOrder?: { readonly day: number; readonly quantity: number };
  /** No order goes out between these days: the supplier had stopped. */
  readonly stopped?: { readonly from: number; readonly until: number };
  readonly names: { order(): string; sale(): string };
}

/** Plays fifteen months day by day: receipts in the morning, sales over the day, orders in the evening. */
export function play(story: Story): Bookings {
  const { item, parameters, names } = story;
  const normal = normalDraws(story.seed);
  const uniform = uniformDraws(story.seed + 7);
  const sales = salesByDay(story.demand, uniform);
  const movements: Movement[] = [];
  const orders: OrderLine[] = [];
  const arrivals = new Map<number, { quantity: number; cost: number; order: string }[]>();
  const stocked = Array.from({ length: MONTHS }, () => ({ days: 0, with: 0 }));
  const waiting: { day: number; quantity: number }[] = [];
  let onHand = 0;
  let onOrder = 0;
  const receive = (day: number, quantity: number, cost: number, reference: string) => {
    movements.push({ day, type: "receipt", quantity, cost, reference });
    onHand += quantity;
  };
  const issue = (day: number, quantity: number) => {
    const reference = names.sale();
    movements.push({ day, type: "issue", quantity: -quantity, cost: null, reference });
    onHand -= quantity;
    if (uniform() < 0.006 && quantity > 1 && day + 9 <= closing)
      returns.push({ day: day + 9, quantity: 1, reference });
  };
  const returns: { day: number; quantity: number; reference: string }[] = [];
  const order = (day: number, quantity: number) => {
    const cost = priceOn(item, day);
    const days = Math.max(2, Math.round(story.leadTime(day, normal)));
    const name = names.order();
    const first = uniform() < 0.06 && quantity > 10 ? Math.floor(quantity * 0.6) : quantity;
    const parts = [{ day: nextWorkday(day + days), quantity: first }];
    if (first < quantity) parts.push({ day: nextWorkday(day + days + 6), quantity: quantity - first });
    for (const part of parts) {
      const list = arrivals.get(part.day) ?? [];
      arrivals.set(part.day, [...list, { quantity: part.quantity, cost, order: name }]);
    }
    orders.push({
      order: name,
      ordered: day,
      due: day + item.leadTime,
      quantity,
      cost,
      parts: parts.filter((part) => part.day <= closing),
      expected: parts[parts.length - 1].day,
    });
    onOrder += quantity;
  };
  if (story.opening > 0) receive(firstBooking, story.opening, priceOn(item, firstBooking), "OPENING");
  for (let day = firstBooking; day <= closing; day++) {
    for (const { quantity, cost, order: name } of arrivals.get(day) ?? []) {
      receive(day, quantity, cost, name);
      onOrder -= quantity;
    }
    for (const { quantity, reference } of returns.filter((one) => one.day === day)) {
      movements.push({ day, type: "return", quantity, cost: null, reference });
      onHand += quantity;
    }
    while (waiting.length > 0 && onHand >= waiting[0].quantity) issue(day, waiting.shift()!.quantity);
    for (const quantity of sales.get(day) ?? []) {
      const served = Math.min(quantity, Math.max(0, onHand));
      if (served > 0) issue(day, served);
      // Half of those who find the shelf empty wait, the others buy elsewhere.
      if (served < quantity && uniform() < 0.5) waiting.push({ day, quantity: quantity - served });
    }
    const month = monthOf(day);
    stocked[month].days++;
    if (onHand > 0) stocked[month].with++;
    const stopped = story.stopped !== undefined && day >= story.stopped.from && day <= story.stopped.until;
    if (!isWorkday(day) || stopped) continue;
    if (story.extraOrder?.day === day) order(day, story.extraOrder.quantity);
    const owed = waiting.reduce((sum, { quantity }) => sum + quantity, 0);
    let position = onHand + onOrder - owed;
    if (position <= parameters.reorderPoint && parameters.lot > 0) {
      const lots = Math.floor((parameters.reorderPoint - position) / parameters.lot) + 1;
      order(day, lots * parameters.lot);
      position += lots * parameters.lot;
    }
  }
  const inStock = stocked.map((month) => (month.days === 0 ? 1 : month.with / month.days));
  return { movements, orders, onHand, inStock, waiting };
}

/** Purchase prices rise by a few per cent twice a year. */
function priceOn(item: CompanyItem, day: number): number {
  const halfYears = Math.floor((closing - day) / 182);
  return Math.max(0.01, Math.round(item.cost * (1 - 0.015 * halfYears) * 100) / 100);
}

/** Each month's units on a few of its working days. */
function salesByDay(demand: readonly number[], uniform: () => number): Map<number, number[]> {
  const sales = new Map<number, number[]>();
  for (let month = MONTHS - BOOKED_MONTHS; month < MONTHS; month++) {
    const days = workdaysOf(month);
    let left = demand[month];
    const lines = Math.min(left, left > 40 ? 6 : left > 8 ? 4 : 2);
    for (let line = lines; line > 0; line--) {
      const quantity = line === 1 ? left : Math.max(1, Math.round((left / line) * (0.7 + 0.6 * uniform())));
      const taken = Math.min(quantity, left - (line - 1));
      const day = days[Math.floor(uniform() * days.length)];
      sales.set(day, [...(sales.get(day) ?? []), taken]);
      left -= taken;
    }
  }
  return sales;
}

export function nextWorkday(day: number): number {
  let at = day;
  while (!isWorkday(at)) at++;
  return at;
}

function monthOf(day: number): number {
  const date = new Date((day + Math.round(Date.UTC(1899, 11, 30) / 86_400_000)) * 86_400_000);
  return (date.getUTCFullYear() - 2023) * 12 + date.getUTCMonth() - 10;
}
