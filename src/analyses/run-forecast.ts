import { demandBuckets, serialOfIsoText } from "../engine/calendar";
import { invalidInput } from "../engine/errors";
import { demandTable, forecastTable, itemsTable, lifecycleTable, runsTable } from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, wants, type AnalysisOutcome } from "./define-analysis";
import {
  finish,
  forecastGroup,
  forecastWork,
  joinForecasts,
  type ForecastOutcome,
  type GroupOutcome,
} from "./forecast-items";
import { forecastLevels, longestHorizon, type ForecastOptions } from "./forecast/forecast-options";
import { mergedForecast } from "./forecast/forecast-rows";
import { packed, unpacked, type PackedBacktest } from "./forecast/packed-backtest";
import { levelOf, planForecast, type ForecastPlan, type Group } from "./forecast/plan-forecast";
import { choiceOption, numberOption, textOption } from "./options";

interface State {
  readonly plan: ForecastPlan;
  readonly forecast: TableContent | undefined;
  readonly runId: string;
}

interface Work {
  readonly group: Group;
  readonly options: ForecastOptions;
  readonly level: ForecastOptions["level"];
}

type PackedOutcome = Omit<GroupOutcome, "backtest"> & { readonly backtest: PackedBacktest };

export const forecast = defineAnalysis({
  id: "forecast",
  summary: "Forecasts every item in Demand, with prediction intervals, and writes the table Forecast.",
  notes: [
    "History ends with the last bucket that has a line anywhere; a bucket without lines of an item is no demand.",
    "The bucket of asOf is not over yet: its lines, and later ones, take no part.",
    "Runs gets a row: options, version and hash of the input, enough to perform the run again.",
    "Items[Successor], or Lifecycle[Successor] with Factor, Launch and LastShip: until a successor has two seasons of its own, it and the item it replaces are forecast together at each place from their linked history, and its share moves by a logistic curve through what it was since the launch; before three buckets tell it, at the launch. The replaced item ends with LastShip.",
    "Lifecycle[Launch] of an item without predecessor: until it has six buckets of demand it is forecast after the launches most like it by family, price and cost at its place, else at the usual level of its family, scaled to what was sold so far.",
    "Rows of Forecast are found again by Item, Location and Date; Final is never touched.",
  ],
  options: {
    horizon: numberOption("Buckets to forecast", "buckets", 12, {
      min: 1,
      max: longestHorizon,
      integer: true,
    }),
    bucket: choiceOption("Day, ISO week, month or quarter", demandBuckets, "M"),
    level: choiceOption(
      "Where models are fitted; coarser forecasts are split by share",
      forecastLevels,
      "item",
    ),
    asOf: textOption("Today, such as 2026-03-31; where it is blank every bucket with demand counts as over"),
  },
  reads: {
    demand: needs(demandTable),
    items: wants(itemsTable),
    lifecycle: wants(lifecycleTable),
    forecast: wants(forecastTable),
  },
  writes: [forecastTable, runsTable],
  prepare: ({ tables: { demand, items, lifecycle, forecast: before }, runId }, { asOf, ...chosen }) => {
    const plan = planForecast(demand, items, { ...chosen, asOf: serialOf(asOf) }, lifecycle);
    const level = levelOf(plan);
    return {
      state: { plan, forecast: before, runId } satisfies State,
      work: forecastWork(plan).map((group): Work => ({ group, options: plan.options, level })),
    };
  },
  step: ({ group, options, level }: Work): PackedOutcome => {
    const outcome = finish(forecastGroup(group, options, level));
    return { ...outcome, backtest: packed(outcome.backtest) };
  },
  finish: ({ plan, forecast: before, runId }: State, results): AnalysisOutcome => {
    const outcome = joinForecasts(
      plan,
      forecastWork(plan),
      results.map((result) =>
        "value" in result
          ? { ...result.value, backtest: unpacked(result.value.backtest) }
          : failed(result.problem),
      ),
    );
    const count = outcome.items.length.toLocaleString("en");
    return {
      results: [mergedForecast(outcome, before, runId)],
      issues: outcome.issues,
      summary: `${count} items forecast, ${plan.options.horizon} buckets ahead`,
      inputHash: outcome.inputHash,
      details: outcome,
    };
  },
});

/** What the pane shows of a run beyond the rows it writes. */
export function forecastDetails({ details }: AnalysisOutcome): ForecastOutcome {
  return details as ForecastOutcome;
}

function failed(problem: string): GroupOutcome {
  return { backtest: { own: [], leaves: [] }, items: [], problem };
}

/** No date means that nothing is left out. */
function serialOf(asOf: string): number {
  if (asOf.trim() === "") return Infinity;
  const serial = serialOfIsoText(asOf);
  if (serial === undefined) throw invalidInput("asOf", "must be a date such as 2026-03-31", asOf);
  return serial;
}
