import { bucketStart, isoTextOfSerial } from "../engine/calendar";
import { leftOn, planSellOff, runOutDay, type RunOut } from "../engine/lifecycle";
import { PlanningError } from "../engine/errors";
import {
  eolPlanTable,
  eolRunOutTable,
  eolSlipTable,
  lifecycleTable,
  receiptsTable,
  runsTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { endingItems, type EndingItem } from "./end-of-life/ending-items";
import { lastBuyOf } from "./end-of-life/last-buy";
import { launchSlips, type Slip } from "./end-of-life/launch-slip";
import { companyOptions, companyReads, hashOf, readCompany } from "./health/company";
import { monthEnd } from "./health/month-ends";
import { openPurchases } from "./health/open-purchases";
import { numberOption } from "./options";

type PlanRow = Row<typeof eolPlanTable.columns>;
type RunOutRow = Row<typeof eolRunOutTable.columns>;
type SlipRow = Row<typeof eolSlipTable.columns>;

const YEAR = 12;
const MOST_MONTHS = 120;

export const endOfLife = defineAnalysis({
  id: "end-of-life",
  summary:
    "Plans the end of items: last-time buy against redesign and running out, sell-off by date, and what a slip of the successor's launch costs.",
  notes: [
    "A last-time buy is that of LASTTIMEBUY for MonthsNeeded (else from LastOrder to LastShip), over what is available and on order. It is priced with storage, units left at cost less salvage, and margin on units missing; the purchase of units that are used is not a cost of the choice.",
    "Stock runs out evenly within each month at forecast. With an elasticity the price is cut until SellOff, just enough for stock to be gone, as EOL.PLAN does.",
    "A launch strands what is left of the old item on its day; a launch after running out loses the margin of the days between. Weeks of slip are reckoned both ways. Where the successor is on sale already, the end of the sell-off is the day that slips.",
  ],
  options: {
    ...companyOptions,
    csl: numberOption("Chance that the last-time buy lasts (cycle service level)", "fraction", 0.95, {
      above: 0,
      max: 0.9999,
    }),
    decay: numberOption("Share by which demand falls each month of the last buy", "fraction", 0, {
      min: 0,
      max: 0.99,
    }),
    elasticity: numberOption("Per cent more demand for one per cent less price", "ratio", 0, {
      min: 0,
      max: 20,
    }),
    carryRate: numberOption(
      "Yearly cost of storage as a share of cost where Lifecycle[Storage] is blank",
      "per year",
      0.2,
      {
        min: 0,
        max: 5,
      },
    ),
    slip: numberOption("Weeks of slip reckoned each way", "weeks", 8, { min: 1, max: 52, integer: true }),
  },
  reads: { ...companyReads, lifecycle: needs(lifecycleTable), receipts: wants(receiptsTable) },
  writes: [eolPlanTable, eolRunOutTable, eolSlipTable, runsTable],
  run: ({ tables, runId }, options): AnalysisOutcome => {
    const company = readCompany(tables, { ...options, months: YEAR, horizon: MOST_MONTHS });
    const purchases = openPurchases(tables.receipts);
    const ending = endingItems(tables.lifecycle, company, purchases.byItem);
    const issues: Issue[] = [...company.issues, ...purchases.issues, ...ending.issues];
    const first = company.history.months[company.history.months.length - 1] + 1;
    const weeks = Array.from({ length: 2 * options.slip + 1 }, (_, i) => i - options.slip);
    const plans: PlanRow[] = [];
    const runOuts: RunOutRow[] = [];
    const slips: SlipRow[] = [];
    for (const item of ending.items) {
      try {
        const sales = sellOff(item, first, options.elasticity);
        const timed = timedRunOut(item, sales, first);
        runOuts.push(...runOutRows(item, sales, first, runId));
        const slipped = slipsOf(item, timed, weeks);
        slips.push(...slipped.map((slip) => slipRow(item, slip, runId)));
        plans.push(planRow(item, timed, slipped, options, runId));
      } catch (thrown) {
        if (!(thrown instanceof PlanningError)) throw thrown;
        const message = `${item.item}: ${thrown.message}`;
        issues.push({ table: lifecycleTable.name, row: item.row, column: "Item", message });
      }
    }
    const buys = plans.filter(({ Best }) => Best === "last-time buy").length;
    return {
      results: [
        tableRows(eolPlanTable, plans),
        tableRows(eolRunOutTable, runOuts),
        tableRows(eolSlipTable, slips),
      ],
      issues,
      summary: `${plans.length} items at the end of life as of ${isoTextOfSerial(monthEnd(first - 1))}, ${buys} with a last-time buy as the cheapest way`,
      inputHash: hashOf([...Object.values(tables)]),
    };
  },
});

type Sales = ReturnType<typeof planSellOff>;

function sellOff(item: EndingItem, first: number, elasticity: number): Sales {
  const { available, onOrder, coming, price, dates } = item;
  const by = dates.SellOff === null ? 0 : monthsUntil(dates.SellOff, first);
  return planSellOff({
    onHand: available + onOrder,
    forecast: coming,
    by: Math.min(coming.length, Math.max(0, by)),
    price,
    elasticity: by > 0 ? elasticity : 0,
  });
}

/** Whole months from the first coming one to the end of the month of a day. */
function monthsUntil(day: number, first: number): number {
  let months = 0;
  while (months < MOST_MONTHS && bucketStart(first + months, "M") <= day) months++;
  return months;
}

function timedRunOut({ available, onOrder }: EndingItem, sales: Sales, first: number): RunOut {
  return {
    onHand: available + onOrder,
    sales: sales.map((period) => period.sales),
    starts: Array.from({ length: sales.length + 1 }, (_, i) => bucketStart(first + i, "M")),
  };
}

/** Months up to running out or to the last date, whichever is later, and at least a quarter. */
function runOutRows(item: EndingItem, sales: Sales, first: number, runId: string): RunOutRow[] {
  const empty = sales.findIndex(({ residual }) => residual === 0);
  const dates = [item.dates.LastOrder, item.dates.SellOff, item.dates.LastShip, item.launch ?? null];
  const last = Math.max(3, ...dates.map((date) => (date === null ? 0 : monthsUntil(date, first))));
  const shown = Math.min(sales.length, 3 * YEAR, Math.max(last, empty < 0 ? 3 * YEAR : empty + 1));
  return sales.slice(0, shown).map(({ sales: sold, residual, price, residualValue }, i) => ({
    Item: item.item,
    Month: monthEnd(first + i),
    Demand: item.coming[i],
    Sales: sold,
    Residual: residual,
    Price: price ?? null,
    ValueAtCost: residual * item.cost,
    ValueAtPrice: residualValue ?? null,
    RunId: runId,
  }));
}

function slipsOf(item: EndingItem, runOut: RunOut, weeks: readonly number[]): readonly Slip[] {
  const { cost, price, coming, dates, launch } = item;
  const isLaunched = launch !== undefined && launch < runOut.starts[0];
  // A successor that is on sale leaves no gap: what may slip then is the day by which the rest is to be sold.
  const day = isLaunched ? dates.SellOff : launch;
  if (day === undefined || day === null || day < runOut.starts[0]) return [];
  const margin = price === undefined || isLaunched ? 0 : Math.max(0, price - cost);
  const terms = { runOut, demand: coming, cost, salvage: dates.Salvage ?? 0, margin };
  return launchSlips(Math.floor(day), terms, weeks);
}

function slipRow({ item }: EndingItem, slip: Slip, runId: string): SlipRow {
  return {
    Item: item,
    Slip: slip.weeks,
    Launch: slip.launch,
    Left: slip.left,
    Stranded: slip.stranded,
    GapDays: slip.gapDays,
    GapCost: slip.gapCost,
    Total: slip.total,
    PerWeek: slip.perWeek ?? null,
    RunId: runId,
  };
}

function planRow(
  item: EndingItem,
  runOut: RunOut,
  slips: readonly Slip[],
  rules: Parameters<typeof lastBuyOf>[1],
  runId: string,
): PlanRow {
  const { dates, cost } = item;
  const buy = lastBuyOf(item, rules);
  const planned = slips.find(({ weeks }) => weeks === 0);
  // On its day an item is still sold: what is left is counted after it.
  const left = (date: number | null) => (date === null ? null : leftOn(Math.floor(date) + 1, runOut));
  const [selling, shipping] = [left(dates.SellOff), left(dates.LastShip)];
  return {
    Item: item.item,
    Mean: buy?.mean ?? null,
    Sd: item.sd,
    Months: buy?.months ?? null,
    OnHand: item.available,
    OnOrder: item.onOrder,
    Buy: buy?.buy ?? null,
    BuyCost: buy?.buyCost ?? null,
    StorageCost: buy?.storageCost ?? null,
    LeftOver: buy?.leftOver ?? null,
    ScrapCost: buy?.scrapCost ?? null,
    ShortCost: buy?.shortCost ?? null,
    LastBuyTotal: buy?.lastBuyTotal ?? null,
    RedesignTotal: buy?.redesignTotal ?? null,
    RunOutTotal: buy?.runOutTotal ?? null,
    Best: buy?.best ?? null,
    RunOut: runOutDay(runOut) ?? null,
    LastOrderLeft: left(dates.LastOrder),
    SellOffLeft: selling,
    SellOffValue: selling === null ? null : selling * cost,
    LastShipLeft: shipping,
    LastShipValue: shipping === null ? null : shipping * cost,
    Successor: dates.Successor,
    Launch: item.launch ?? null,
    Stranded: planned?.stranded ?? null,
    GapDays: planned?.gapDays ?? null,
    GapCost: planned?.gapCost ?? null,
    RunId: runId,
  };
}
