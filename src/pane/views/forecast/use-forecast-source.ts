import { useMemo, useState } from "react";
import { findTable, type Need } from "../../../analyses/needs";
import { adviceNeeds, forecastNeeds } from "../../../analyses/forecast/forecast-needs";
import { planForecast, samePlan, type ForecastPlan } from "../../../analyses/forecast/plan-forecast";
import type { ForecastOutcome } from "../../../analyses/forecast-items";
import type { Issue } from "../../../workbook/tables";
import type { TableContent, Workbook } from "../../../workbook/workbook";
import { useLive, type Loaded } from "../../use-live";
import { useForecastSession } from "./forecast-session";
import { defaultOptions, loadOptions, type ChosenOptions } from "./saved-options";

export interface ForecastSource {
  readonly needs: readonly Need[];
  readonly advice: ReturnType<typeof adviceNeeds>;
  readonly savedOptions: ChosenOptions;
  /** Absent while something without which there is no forecast is missing. */
  readonly demand?: TableContent;
  readonly items?: TableContent;
  readonly asOf: number;
}

async function loadSource(workbook: Workbook): Promise<ForecastSource> {
  const tables = await workbook.tables();
  const needs = forecastNeeds(tables);
  const source = {
    needs,
    advice: adviceNeeds(tables),
    savedOptions: await loadOptions(workbook),
    asOf: serialOfToday(),
  };
  if (needs.some(({ blocking }) => blocking)) return source;
  const [demand, items] = await Promise.all([
    workbook.readTable("Demand"),
    findTable(tables, "Items") === undefined ? undefined : workbook.readTable("Items"),
  ]);
  return { ...source, demand, items };
}

/** The planner's date, not Greenwich's. */
function serialOfToday(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
}

export interface ForecastWork {
  readonly source: Loaded<ForecastSource>;
  readonly options: ChosenOptions;
  /** Absent while tables are missing or being read. */
  readonly plan?: ForecastPlan;
  /** Rows of the tables that cannot be used. */
  readonly issues: readonly Issue[];
  /** Of the last run, where demand, master data and options are still those of the plan. */
  readonly outcome?: ForecastOutcome;
  /** There was a run, and something it was made from has changed since. */
  readonly outdated: boolean;
}

/** Tables are read when they change, and summed again then or when an option changes. */
export function useForecastSource(): ForecastWork {
  const source = useLive(loadSource, "changes");
  const [{ options: chosen, outcome }] = useForecastSession();
  const ready = source.state === "ready" ? source.value : undefined;
  const options = chosen ?? ready?.savedOptions ?? defaultOptions;
  const read = useMemo(
    () =>
      ready?.demand === undefined
        ? undefined
        : planForecast(ready.demand, ready.items, { ...options, asOf: ready.asOf }),
    [ready, options],
  );
  // Tables read again without a change keep the plan, and with it whatever was made from it.
  const [kept, setKept] = useState<ForecastPlan>();
  const changed = read !== kept && (read === undefined || kept === undefined || !samePlan(read, kept));
  if (changed) setKept(read);
  const plan = changed ? read : kept;
  const current = useMemo(
    () => outcome !== undefined && plan !== undefined && samePlan(outcome.plan, plan),
    [outcome, plan],
  );
  return {
    source,
    options,
    plan,
    issues: read?.issues ?? [],
    outcome: current ? outcome : undefined,
    outdated: outcome !== undefined && plan !== undefined && !current,
  };
}
