import { arrivalOfOpen, journeyTime, type JourneyTime, type Leg } from "../../engine/supply";
import { receiptsTable, type Issue } from "../../workbook/tables";
import type { NetworkLane } from "../network/network-tables";
import type { ArrivedReceipt, OpenReceipt } from "../rebalancing/open-receipts";

/** Arrivals from which a history is believed. */
const fewest = 5;

/** How long past orders of a kind took, days. */
interface History {
  /** From the order to its departure. */
  readonly waits: number[];
  /** From departure to arrival. */
  readonly travels: number[];
  /** From the order to arrival. */
  readonly totals: number[];
}

export interface Arrival {
  /** Days, as Excel serials. */
  readonly p50: number;
  readonly p80: number;
  /** Chance of arriving after the promised day; null where no day is promised. */
  readonly lateChance: number | null;
  readonly basis: string;
}

export interface Journeys {
  readonly arrivalOf: (line: OpenReceipt, today: number) => Arrival | undefined;
  /** Share of past arrivals that came by the P80 of the others of their kind; null where there are too few. */
  readonly coverage: number | null;
  readonly judged: number;
  /** Arrivals whose days contradict each other, and which therefore tell nothing. */
  readonly issues: readonly Issue[];
}

/** Learns from arrivals how long orders take: of the item from its supplier, else of the supplier by that transport, else of the supplier. */
export function journeysOf(arrived: readonly ArrivedReceipt[], lanes: readonly NetworkLane[]): Journeys {
  const histories = new Map<string, History>();
  const issues: Issue[] = [];
  for (const receipt of arrived) {
    const { ordered, dispatched, received } = receipt;
    const wrong = contradiction(receipt);
    if (wrong !== undefined) {
      issues.push({ table: receiptsTable.name, row: receipt.row, ...wrong });
      continue;
    }
    for (const key of keysOf(receipt)) {
      let history = histories.get(key);
      if (history === undefined) histories.set(key, (history = { waits: [], travels: [], totals: [] }));
      if (ordered !== null) history.totals.push(received - ordered);
      if (dispatched === null) continue;
      history.travels.push(received - dispatched);
      if (ordered !== null) history.waits.push(dispatched - ordered);
    }
  }
  const { coverage, judged } = coverageOf(histories);
  return { coverage, judged, arrivalOf, issues };

  function arrivalOf(line: OpenReceipt, today: number): Arrival | undefined {
    const start = line.dispatched ?? line.ordered;
    const known = start === null ? undefined : knownJourney(line);
    if (start === null || known === undefined) {
      const day = line.eta ?? line.due;
      if (day === null) return undefined;
      const late = line.due === null ? null : Math.max(day, today) > line.due ? 1 : 0;
      return {
        p50: Math.max(day, today),
        p80: Math.max(day, today),
        lateChance: late,
        basis: "the promised day",
      };
    }
    const { journey, past, basis } = known;
    const elapsed = Math.max(0, today - start);
    const p50 = start + arrivalOfOpen(journey, elapsed, 0.5);
    const p80 = Math.max(start + arrivalOfOpen(journey, elapsed, 0.8), start + upperOf(past, elapsed));
    return { p50, p80, lateChance: lateChance(journey, line.due, start, elapsed), basis };
  }

  function knownJourney(line: OpenReceipt) {
    for (const key of keysOf(line)) {
      const history = histories.get(key);
      if (history === undefined) continue;
      const { waits, travels, totals } = history;
      if (line.dispatched !== null && travels.length >= fewest)
        return {
          journey: journeyTime([legOf(travels)]),
          past: travels,
          basis: `${travels.length} journeys ${wordsOf(key)}`,
        };
      if (line.dispatched === null && waits.length >= fewest && travels.length >= fewest)
        return {
          journey: journeyTime([legOf(waits), legOf(travels)]),
          past: totals,
          basis: `${travels.length} orders ${wordsOf(key)}, wait and journey`,
        };
      if (line.dispatched === null && totals.length >= fewest)
        return {
          journey: journeyTime([legOf(totals)]),
          past: totals,
          basis: `${totals.length} orders ${wordsOf(key)}`,
        };
    }
    const lane = lanes.find(
      ({ from, to, item, leadTime }) =>
        from === line.supplier && to === line.location && (item === "" || item === line.item) && leadTime > 0,
    );
    if (lane === undefined) return undefined;
    const leg = { mean: lane.leadTime, sd: lane.leadTimeSd || 0 };
    return { journey: journeyTime([leg]), past: [], basis: "Lanes, too few arrivals" };
  }
}

function contradiction({ ordered, dispatched, received }: ArrivedReceipt) {
  const told = (column: string, rule: string) => ({
    column,
    message: `${column} must not be before ${rule}: how long it took is not learnt from it`,
  });
  if (ordered !== null && received < ordered) return told("Received", "Ordered");
  if (dispatched !== null && received < dispatched) return told("Received", "Dispatched");
  if (ordered !== null && dispatched !== null && dispatched < ordered) return told("Dispatched", "Ordered");
  return undefined;
}

function keysOf({ supplier, item, leg }: OpenReceipt): string[] {
  const keys = [`item\t${supplier}\t${item}`, `leg\t${supplier}\t${leg}`, `supplier\t${supplier}`];
  return supplier === "" ? [`item\t\t${item}`] : keys;
}

function wordsOf(key: string): string {
  const [kind, supplier, what] = key.split("\t");
  if (kind === "item") return `of ${what}${supplier === "" ? "" : ` from ${supplier}`}`;
  return kind === "leg" && what !== "" ? `from ${supplier} by ${what}` : `from ${supplier}`;
}

function legOf(days: readonly number[]): Leg {
  const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
  const squares = days.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { mean, sd: mean > 0 ? Math.sqrt(squares / (days.length - 1)) : 0 };
}

/** The time that four of five past ones did not exceed, among those longer than what has passed: a fitted curve may be too thin there. */
function upperOf(past: readonly number[], elapsed: number): number {
  const longer = past.filter((days) => days > elapsed).sort((a, b) => a - b);
  if (longer.length < fewest) return 0;
  return longer[Math.min(longer.length, Math.ceil(0.8 * (longer.length + 1))) - 1];
}

function lateChance(journey: JourneyTime, due: number | null, start: number, elapsed: number): number | null {
  if (due === null) return null;
  if (due <= start + elapsed) return 1;
  const before = journey.arrivedBy(elapsed);
  if (1 - before < 1e-9) return 1;
  return 1 - (journey.arrivedBy(due - start) - before) / (1 - before);
}

/** Each past order of an item against the P80 of the others. */
function coverageOf(histories: ReadonlyMap<string, History>): {
  readonly coverage: number | null;
  readonly judged: number;
} {
  let [judged, inTime] = [0, 0];
  for (const [key, { totals }] of histories) {
    if (!key.startsWith("item\t") || totals.length <= fewest) continue;
    totals.forEach((days, k) => {
      const others = totals.filter((_, i) => i !== k);
      const p80 = Math.max(journeyTime([legOf(others)]).within(0.8), upperOf(others, 0));
      judged++;
      if (days <= p80) inTime++;
    });
  }
  return { coverage: judged === 0 ? null : inTime / judged, judged };
}
