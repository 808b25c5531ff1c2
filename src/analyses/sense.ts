import { demandBuckets } from "../engine/calendar";
import { PlanningError } from "../engine/errors";
import {
  demandTable,
  forecastTable,
  openOrdersTable,
  runsTable,
  sensedTable,
  sensingTable,
  signalsTable,
  type Issue,
} from "../workbook/tables";
import { defineAnalysis, needs, wants, type AnalysisOutcome } from "./define-analysis";
import { choiceOption, numberOption, textOption } from "./options";
import type { LeafSignals } from "./sensing/leaf-signals";
import { planSensing, type SensingPlan } from "./sensing/plan-sensing";
import { worthOf, type SensingWorth } from "./sensing/replay";
import { senseLeaf, type SensedLeaf } from "./sensing/sense-leaf";
import { sensedRows, sensingRows, unitsMoved } from "./sensing/sensing-rows";
import { tablesHash } from "./tables-hash";

/** What is told beside the tables, for programs. */
export interface SensingDetails {
  /** Excel serial. */
  readonly today: number;
  /** Of all that was sensed together; undefined where nothing could be judged. */
  readonly worth?: SensingWorth & { readonly n: number };
}

interface State {
  readonly plan: Omit<SensingPlan, "leaves">;
  readonly names: readonly { readonly item: string; readonly location: string; readonly row: number }[];
  readonly runId: string;
  readonly hash: string;
}

export const sense = defineAnalysis({
  id: "sense",
  summary:
    "Shifts the forecast of the coming weeks by what is known sooner than demand: signals, demand so far, open orders.",
  notes: [
    "News is what the last weeks told, each signal over what it usually is for a unit of demand (the year before, eight weeks at least); demand itself counts where Demand is dated by day or week. Of several their mean. Where channel stock is known, its growth is taken off sales or shipments of the trade: what only filled shelves is not wanted again, what emptied them is.",
    "Uplift is news over what the forecast of before the news led to expect, raised or lowered to the level of the forecast of now, so that what that has learnt already is not added twice. It is believed as far as it stands out from its own scatter, held within the cap, in full as far as the news reaches, then fading by equal steps, week by week.",
    "Orders that customers wait for are the least a week will be. Nothing goes beyond the cap: a note says where more is ordered.",
    "Its own value is always told: three weeks ahead from four Mondays a window apart, or the last six months or quarters where Demand is dated by them, each with what was known before it alone, against what came.",
    "Final of Forecast is shifted where it is filled, else Stat, else a forecast made on the way. Forecast itself stays as it is.",
  ],
  options: {
    bucket: choiceOption("Buckets of the forecast: day, ISO week, month or quarter", demandBuckets, "M"),
    window: numberOption("Weeks that are news", "weeks", 4, { min: 2, max: 13, integer: true }),
    cap: numberOption("Largest shift either way", "fraction", 0.3, { above: 0, max: 1 }),
    decay: numberOption("Weeks until the shift is gone", "weeks", 4, { min: 1, max: 26 }),
    lead: numberOption("Weeks by which leading signals run ahead of demand", "weeks", 2, {
      min: 0,
      max: 13,
      integer: true,
    }),
    on: textOption(
      "Day it is seen from, such as 2026-03-31; the day after the latest signal or demand where blank",
    ),
  },
  reads: {
    demand: needs(demandTable),
    forecast: wants(forecastTable),
    signals: wants(signalsTable),
    openOrders: wants(openOrdersTable),
  },
  writes: [sensedTable, sensingTable, runsTable],
  prepare: ({ tables, runId }, { bucket, window, lead, on }) => {
    const { leaves, ...plan } = planSensing(tables, { bucket, window, lead, on });
    if (leaves.length === 0) {
      const message =
        "Signals must hold something to sense by, or Demand be dated by day or week, got neither";
      throw new PlanningError("insufficient-data", "Signals", message);
    }
    const names = leaves.map(({ leaf: { item, location, demandRow } }) => ({
      item,
      location,
      row: demandRow,
    }));
    return { state: { plan, names, runId, hash: tablesHash(tables) } satisfies State, work: leaves };
  },
  step: (leaf: LeafSignals, { window, cap, decay }): SensedLeaf => senseLeaf(leaf, { window, cap, decay }),
  finish: ({ plan, names, runId, hash }: State, results): AnalysisOutcome => {
    const sensed = results
      .flatMap((result) => ("value" in result ? [result.value] : []))
      .sort((a, b) => Math.abs(unitsMoved(b)) - Math.abs(unitsMoved(a)));
    const refused = results.flatMap((result, i): Issue[] =>
      "value" in result
        ? []
        : [
            {
              table: demandTable.name,
              row: names[i].row,
              column: "Item",
              message: `${names[i].item}: ${result.problem}`,
            },
          ],
    );
    const judged = sensed.flatMap((leaf) => leaf.judged);
    const worth = worthOf(judged);
    const details: SensingDetails = {
      today: plan.today,
      ...(worth !== undefined && { worth: { ...worth, n: judged.length } }),
    };
    return {
      results: [sensedRows(sensed, runId), sensingRows(sensed, runId)],
      issues: [...plan.issues, ...refused],
      summary: summaryOf(sensed, plan.silent, worth),
      inputHash: hash,
      details,
    };
  },
});

function summaryOf(sensed: readonly SensedLeaf[], silent: number, worth: SensingWorth | undefined): string {
  const shifted = sensed.filter(({ shift }) => shift !== 0).length;
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const value =
    worth === undefined
      ? "its value cannot be told yet"
      : `in the past it took the error from ${percent(worth.base)} to ${percent(worth.sensed)}`;
  const rest = silent === 0 ? "" : `, ${silent.toLocaleString("en")} have no signals`;
  return `${shifted.toLocaleString("en")} of ${sensed.length.toLocaleString("en")} items sensed are shifted${rest}; ${value}`;
}

export function sensingDetails({ details }: AnalysisOutcome): SensingDetails {
  return details as SensingDetails;
}
