import { useMemo, useState } from "react";
import { adviceNeeds, forecastNeeds } from "../../../analyses/forecast/forecast-needs";
import { planForecast, samePlan, type ForecastPlan } from "../../../analyses/forecast/plan-forecast";
import type { ForecastOutcome } from "../../../analyses/forecast-items";
import type { Need } from "../../../analyses/needs";
import { sensingNeeds } from "../../../analyses/sensing/sensing-needs";
import type { Issue } from "../../../workbook/tables";
import type { Workbook } from "../../../workbook/workbook";
import { useLive, type Loaded } from "../../use-live";
import { useForecastSession } from "./forecast-session";
import { readForecastTables, type ForecastTables } from "./forecast-tables";
import { defaultOptions, loadOptions, type ChosenOptions } from "./saved-options";

export interface ForecastSource {
  readonly needs: readonly Need[];
  readonly advice: ReturnType<typeof adviceNeeds> & { readonly sensing: readonly Need[] };
  readonly savedOptions: ChosenOptions;
  /** Absent while something without which there is no forecast is missing. */
  readonly tables?: ForecastTables;
}

async function loadSource(workbook: Workbook): Promise<ForecastSource> {
  const tables = await workbook.tables();
  const needs = forecastNeeds(tables);
  const advice = { ...adviceNeeds(tables), sensing: sensingNeeds(tables) };
  const source = { needs, advice, savedOptions: await loadOptions(workbook) };
  return needs.some(({ blocking }) => blocking)
    ? source
    : { ...source, tables: await readForecastTables(workbook, tables) };
}

export interface ForecastWork {
  readonly options: ChosenOptions;
  readonly tables: ForecastTables;
  readonly plan: ForecastPlan;
  /** Of the last run, where demand, master data and options are still those of the plan. */
  readonly outcome?: ForecastOutcome;
  /** There was a run, and something it was made from has changed since. */
  readonly outdated: boolean;
}

export interface ForecastState {
  readonly source: Loaded<ForecastSource>;
  /** Absent while tables are missing or being read. */
  readonly work?: ForecastWork;
  /** Rows of the tables that cannot be used, and items that cannot be forecast. */
  readonly issues: readonly Issue[];
}

/** Tables are read when they change, and summed again then or when an option changes. */
export function useForecastSource(): ForecastState {
  const [{ options: chosen, outcome, run }] = useForecastSession();
  // Our own writing changes neither demand nor items: reading them again after each chunk would only slow it down.
  const isWriting = run.kind === "running" && run.what === "Writing";
  const source = useLive(loadSource, ...(isWriting ? [] : (["changes"] as const)));
  const ready = source.state === "ready" ? source.value : undefined;
  const options = chosen ?? ready?.savedOptions ?? defaultOptions;
  const tables = ready?.tables;
  const read = useMemo(
    () =>
      tables &&
      planForecast(tables.demand, tables.items, { ...options, asOf: tables.asOf }, tables.lifecycle),
    [tables, options],
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
  if (tables === undefined || plan === undefined) return { source, issues: [] };
  return {
    source,
    work: {
      options,
      tables,
      plan,
      outcome: current ? outcome : undefined,
      outdated: outcome !== undefined && !current,
    },
    issues: (current ? outcome?.issues : undefined) ?? read?.issues ?? [],
  };
}
