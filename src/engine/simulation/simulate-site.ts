import type { OrderRounding } from "../replenishment";
import { noLimits, orderAt, startingStock, type ControlRule } from "./control-rule";

export interface SiteRun {
  /** Units demanded in each period, at least 0. */
  readonly demand: ArrayLike<number>;
  /** Whole periods from an order, placed in `period`, to its arrival; asked once an order. Orders may overtake one another. */
  readonly leadTime: (period: number) => number;
  readonly rule: ControlRule;
  /** The rule of a period, where it changes; `rule` is then that of the start. */
  readonly ruleAt?: (period: number) => ControlRule;
  /** Periods between reviews; the first period is one. */
  readonly review: number;
  /** Periods that are reviews, where they are not every so many: those on which a supplier takes orders. */
  readonly reviewAt?: (period: number) => boolean;
  readonly limits?: OrderRounding;
  /** On hand at the start; full unless given. */
  readonly onHand?: number;
  /** Orders under way at the start, and the periods they arrive in. */
  readonly underway?: readonly { readonly period: number; readonly units: number }[];
  /** Customers who find nothing are lost instead of waiting. */
  readonly lostSales?: boolean;
  /** Periods at the start that are run through but not measured. */
  readonly warmUp?: number;
  /** Told the state at the end of every period, where someone wants the path. */
  readonly watch?: (period: PeriodEnd) => void;
}

export interface PeriodEnd {
  readonly period: number;
  readonly received: number;
  readonly ordered: number;
  readonly demand: number;
  readonly short: number;
  readonly onHand: number;
  readonly backorders: number;
}

export interface SiteResult {
  /** Share of the cycles (from arrival to arrival) without a shortage. */
  readonly cycleServiceLevel: number;
  /** Units served from stock at once, as a share of demand. */
  readonly fillRate: number;
  /** Share of the periods that end with stock on hand. */
  readonly readyRate: number;
  /** Mean on hand at the end of the periods, units. */
  readonly averageStock: number;
  /** Mean backorders at the end of the periods, units. */
  readonly averageBackorders: number;
  readonly orders: number;
  /** Periods with a shortage. */
  readonly stockouts: number;
  /** Units lost; 0 where customers wait. */
  readonly lost: number;
}

/** Shares of a demand below this are rounding. */
const noise = 1e-9;

/**
 * Runs one site through a demand, event by event: each period receives what is due, reviews and orders, then meets its demand. What was
 * owed is served first. A cycle ends when something arrives; the one still open at the end does not count, unless it is the only one.
 * Source: Law (2015), Simulation Modeling and Analysis, section 1.5; sequence of events: Silver, Pyke and Thomas (2017), section 6.6.
 */
export function simulateSite(run: SiteRun): SiteResult {
  const {
    demand,
    leadTime,
    rule,
    ruleAt,
    review,
    reviewAt,
    limits = noLimits,
    lostSales = false,
    warmUp = 0,
    watch,
  } = run;
  const periods = demand.length;
  const arrivals = new Arrivals();
  const start = run.onHand ?? startingStock(rule);
  let onHand = Math.max(0, start);
  let backorders = lostSales ? 0 : Math.max(0, -start);
  let onOrder = 0;
  for (const { period, units } of run.underway ?? []) {
    arrivals.add(period, units);
    onOrder += units;
  }
  let total = 0;
  let served = 0;
  let stock = 0;
  let owed = 0;
  let ready = 0;
  let orders = 0;
  let stockouts = 0;
  let lost = 0;
  let cycles = 0;
  let cleanCycles = 0;
  let clean = true;
  for (let t = 0; t < periods; t++) {
    if (t === warmUp)
      total = served = stock = owed = ready = orders = stockouts = lost = cycles = cleanCycles = 0;
    let received = arrivals.take(t);
    let ordered = 0;
    if (reviewAt === undefined ? t % review === 0 : reviewAt(t)) {
      // What is received now is still counted as on order.
      ordered = orderAt(ruleAt?.(t) ?? rule, onHand + onOrder - backorders, limits);
      if (ordered > 0) {
        orders++;
        const wait = leadTime(t);
        if (wait === 0) received += ordered;
        else arrivals.add(t + wait, ordered);
        onOrder += ordered;
      }
    }
    if (received > 0) {
      cycles++;
      if (clean) cleanCycles++;
      clean = true;
      onOrder -= received;
      const paid = Math.min(backorders, received);
      backorders -= paid;
      onHand += received - paid;
    }
    const wanted = demand[t];
    // What is missing by the rounding of sums alone is not missing.
    const lack = wanted - onHand;
    const short = lack > noise * wanted ? lack : 0;
    const given = wanted - short;
    onHand = lack >= 0 ? 0 : onHand - wanted;
    total += wanted;
    served += given;
    if (short > 0) {
      clean = false;
      stockouts++;
      if (lostSales) lost += short;
      else backorders += short;
    }
    stock += onHand;
    owed += backorders;
    if (onHand > 0) ready++;
    watch?.({ period: t, received, ordered, demand: wanted, short, onHand, backorders });
  }
  return {
    cycleServiceLevel: cycles === 0 ? (stockouts === 0 ? 1 : 0) : cleanCycles / cycles,
    fillRate: total === 0 ? 1 : served / total,
    readyRate: ready / (periods - warmUp),
    averageStock: stock / (periods - warmUp),
    averageBackorders: owed / (periods - warmUp),
    orders,
    stockouts,
    lost,
  };
}

/** Quantities due by period: a ring that grows with the longest lead time. */
class Arrivals {
  private due = new Float64Array(64);
  private now = 0;

  add(period: number, units: number): void {
    while (period - this.now >= this.due.length) this.grow();
    this.due[period % this.due.length] += units;
  }

  take(period: number): number {
    this.now = period;
    const place = period % this.due.length;
    const units = this.due[place];
    this.due[place] = 0;
    return units;
  }

  private grow(): void {
    const larger = new Float64Array(2 * this.due.length);
    for (let i = 0; i < this.due.length; i++)
      larger[(this.now + i) % larger.length] = this.due[(this.now + i) % this.due.length];
    this.due = larger;
  }
}
