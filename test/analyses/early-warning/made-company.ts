import { normalDraws, uniformDraws } from "../../../src/engine/math/random";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { itemsOf, movesOf, stockOf } from "../kpis/company";
import { day } from "../kpis/company";
import { tableContent } from "../table-content";

/** What becomes of an item: the truth that the signs are to find. */
export const fates = [
  "steady",
  "now and then",
  "seasonal",
  "dies",
  "dies at once",
  "sold off in time",
  "falls and recovers",
  "replaced and stranded",
  "replaced in time",
  "bought for two years",
  "new",
] as const;
export type Fate = (typeof fates)[number];

/** How many of each: two thirds are sound, as in a company whose write-offs are the exception. */
const counts: Readonly<Record<Fate, number>> = {
  steady: 90,
  "now and then": 40,
  seasonal: 20,
  dies: 28,
  "dies at once": 12,
  "sold off in time": 15,
  "falls and recovers": 15,
  "replaced and stranded": 20,
  "replaced in time": 15,
  "bought for two years": 15,
  new: 10,
};

const MONTHS = 60;
const FIRST = 2021 * 12;

interface Item {
  readonly code: string;
  readonly fate: Fate;
  readonly monthly: number;
  readonly cost: number;
  /** Months from order to receipt. */
  readonly leadTime: number;
  /** Month in which it turns, for those that do. */
  readonly turn: number;
  /** Months a fall takes. */
  readonly fall: number;
  /** Months after the end in which what is left is scrapped; undefined where it lies. */
  readonly scrapped: number | undefined;
}

export interface MadeCompany {
  readonly tables: readonly TableContent[];
  readonly fateOf: ReadonlyMap<string, Fate>;
}

/** 280 items over five years, each played month by month: demand by its fate, orders by what the last year was like. */
export function madeCompany(seed: number): MadeCompany {
  const uniform = uniformDraws(seed);
  const normal = normalDraws(seed + 1);
  const items = fates.flatMap((fate) =>
    Array.from({ length: counts[fate] }, (_, i): Item => ({
      code: `${fate.replace(/ /g, "-")}-${i}`,
      fate,
      monthly: Math.round(5 + 195 * uniform() ** 2),
      cost: Math.round(100 * (1 + 80 * uniform())) / 100,
      leadTime: 1 + Math.floor(3 * uniform()),
      turn: 18 + Math.floor(24 * uniform()),
      fall: 8 + Math.floor(16 * uniform()),
      scrapped: uniform() < 0.4 ? 4 + Math.floor(7 * uniform()) : undefined,
    })),
  );
  const moves: CellValue[][] = [];
  const demands: CellValue[][] = [];
  const stocks: CellValue[][] = [];
  const changes: CellValue[][] = [];
  for (const item of items) {
    const { code, fate, cost, turn } = item;
    const played = play(item, uniform, normal);
    moves.push(...played.moves);
    demands.push(...played.demand.map((units, month): CellValue[] => [code, "N", dayOf(month, 1), units]));
    if (played.onHand > 0)
      stocks.push([code, "N", "usable", "own", dayOf(MONTHS, 0), played.onHand, played.onHand * cost]);
    // Announced some months before it takes effect; a third of the changes never reached the planner's list.
    if (fate.startsWith("replaced") && uniform() < 0.67)
      changes.push([
        `E-${code}`,
        code,
        dayOf(turn, 1),
        "replace",
        dayOf(turn - 3 - Math.floor(6 * uniform()), 1),
      ]);
  }
  moves.sort((a, b) => Number(a[0]) - Number(b[0]));
  return {
    tables: [
      itemsOf(items.map(({ code, cost, leadTime }) => [code, "F", cost, 2 * cost, 30 * leadTime])),
      stockOf(stocks),
      movesOf(moves),
      tableContent("Demand", ["Item", "Location", "Date", "Qty"], demands),
      tableContent("Changes", ["ECO", "Item", "Effective", "Kind", "Announced"], changes),
    ],
    fateOf: new Map(items.map(({ code, fate }) => [code, fate])),
  };
}

/** Units asked for in a month, before noise. */
function level({ fate, monthly, turn, fall }: Item, month: number): number {
  const gone = month - turn;
  switch (fate) {
    case "dies":
    case "sold off in time":
      return monthly * Math.max(0, gone < 0 ? 1 : 1 - gone / fall);
    case "dies at once":
    case "replaced and stranded":
    case "replaced in time":
      return gone < 0 ? monthly : gone < 3 ? monthly * 0.3 : 0;
    case "falls and recovers":
      return gone < 0 || gone > 14 ? monthly : monthly * (gone < 7 ? 1 - gone / 12 : 0.42 + (gone - 7) / 12);
    case "seasonal":
      return monthly * Math.max(0, 1 + 1.3 * Math.sin((month * Math.PI) / 6));
    case "new":
      return month < turn + 12 ? 0 : monthly * Math.min(1, (month - turn - 11) / 6);
    case "bought for two years":
      return monthly * (1 - 0.15 * Math.min(1, Math.max(0, gone / 24)));
    default:
      return monthly;
  }
}

function play(item: Item, uniform: () => number, normal: () => number) {
  const { code, fate, cost, leadTime, turn, fall, monthly, scrapped } = item;
  const demand: number[] = [];
  const moves: CellValue[][] = [];
  const coming = new Map<number, number>();
  const noise = 0.15 + 0.35 * uniform();
  const ends = fate === "dies" || fate === "sold off in time" ? turn + fall : turn + 3;
  let [onHand, onOrder] = [fate === "new" ? 0 : Math.round(monthly * (leadTime + 1.5)), 0];
  if (onHand > 0) moves.push([dayOf(0, 1), code, "N", "opening", onHand, cost]);
  for (let month = 0; month < MONTHS; month++) {
    const arrived = coming.get(month) ?? 0;
    if (arrived > 0) moves.push([dayOf(month, 3), code, "N", "receipt", arrived, cost]);
    onHand += arrived;
    onOrder -= arrived;
    const asked =
      fate === "now and then" && uniform() > 0.25
        ? 0
        : Math.max(0, Math.round(level(item, month) * (1 + noise * normal())));
    demand.push(asked);
    let left = Math.min(asked, onHand);
    for (const at of [6, 13, 24]) {
      const units = at === 24 ? left : Math.min(left, Math.floor(asked / 3));
      if (units > 0) moves.push([dayOf(month, at), code, "N", "sale", -units, ""]);
      left -= units;
      onHand -= units;
    }
    const ended = month > ends;
    const isReplaced = fate === "replaced and stranded" || fate === "replaced in time";
    if (ended && scrapped === month - ends && onHand > 0 && (fate.startsWith("dies") || isReplaced)) {
      moves.push([dayOf(month, 27), code, "N", "scrap", -onHand, ""]);
      onHand = 0;
    }
    // The planner looks at the last year, as reorder points typed in from time to time do; careful ones stop in time.
    const year = demand.slice(-12);
    const mean = year.reduce((sum, units) => sum + units, 0) / year.length;
    const careful =
      (fate === "replaced in time" && month > turn - 8) ||
      (fate === "sold off in time" && month > turn + fall / 3);
    if (careful || (ended && (fate.startsWith("dies") || isReplaced)) || (fate === "new" && month < turn + 9))
      continue;
    const wanted = fate === "new" && mean === 0 ? monthly : mean;
    if (fate === "bought for two years" && month === turn) {
      const units = Math.round(18 * mean);
      coming.set(month + leadTime, (coming.get(month + leadTime) ?? 0) + units);
      onOrder += units;
    }
    if (onHand + onOrder > wanted * (leadTime + 1)) continue;
    const units = Math.max(1, Math.round(wanted * (2 + leadTime)));
    coming.set(month + leadTime, (coming.get(month + leadTime) ?? 0) + units);
    onOrder += units;
  }
  return { moves, demand, onHand };
}

/** Excel serial of a day of a month of the five years; day 0 is the last of the month before. */
function dayOf(month: number, of: number): number {
  const at = FIRST + month;
  return day(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`) + of - 1;
}
