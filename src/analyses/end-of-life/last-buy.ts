import { stockToTheEnd, type EndTerms } from "../../engine/lifecycle";
import { lastTimeBuy, remainingDemand } from "../../engine/replenishment";
import type { lastBuyChoices } from "../../workbook/tables/eol-plan";
import type { EndingItem } from "./ending-items";

export interface LastBuyRules {
  readonly csl: number;
  /** Share by which demand falls from month to month. */
  readonly decay: number;
  /** Share of the cost that keeping a unit for a year takes, where Lifecycle tells none. */
  readonly carryRate: number;
}

export interface LastBuy {
  readonly mean: number;
  readonly months: number;
  readonly buy: number;
  readonly buyCost: number;
  readonly storageCost: number;
  readonly leftOver: number;
  readonly scrapCost: number;
  readonly shortCost: number | undefined;
  readonly lastBuyTotal: number;
  readonly redesignTotal: number | undefined;
  readonly runOutTotal: number | undefined;
  readonly best: (typeof lastBuyChoices)[number];
}

const YEAR = 12;

/** The last-time buy of an item, against a redesign that ends the need and against buying nothing. */
export function lastBuyOf(item: EndingItem, { csl, decay, carryRate }: LastBuyRules): LastBuy | undefined {
  const { months, coming, sd, cost, price, dates } = item;
  if (months === undefined || coming.length === 0) return undefined;
  const covered = Math.ceil(months);
  const monthly = coming.slice(0, Math.max(1, covered));
  const mean = monthly.reduce((sum, units) => sum + units, 0) / monthly.length;
  const there = item.available + item.onOrder;
  const life = { mean, sd, periods: covered, decay, onHand: there };
  const buy = lastTimeBuy(life, csl);
  const demand = { ...remainingDemand(life), years: covered / YEAR };
  const terms: EndTerms = {
    cost,
    price,
    salvage: dates.Salvage ?? 0,
    storage: dates.Storage ?? carryRate * cost,
  };
  const bought = stockToTheEnd(there + buy, demand, terms);
  const left = stockToTheEnd(there, demand, terms);
  const lastBuyTotal = bought.storage + bought.scrap + (bought.lostMargin ?? 0);
  const redesignTotal = dates.Redesign === null ? undefined : dates.Redesign + left.storage + left.scrap;
  const runOutTotal = left.lostMargin === undefined ? undefined : left.storage + left.scrap + left.lostMargin;
  const ways = [
    { way: "last-time buy" as const, total: lastBuyTotal },
    { way: "redesign" as const, total: redesignTotal ?? Infinity },
    { way: "run out" as const, total: runOutTotal ?? Infinity },
  ];
  return {
    mean,
    months: covered,
    buy,
    buyCost: buy * cost,
    storageCost: bought.storage,
    leftOver: bought.leftOver,
    scrapCost: bought.scrap,
    shortCost: bought.lostMargin,
    lastBuyTotal,
    redesignTotal,
    runOutTotal,
    best: ways.reduce((best, way) => (way.total < best.total ? way : best)).way,
  };
}
