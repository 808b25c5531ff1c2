import { demandBetween, leftOn, runOutDay, type RunOut } from "../../engine/lifecycle";

export interface SlipTerms {
  /** Units sold at forecast, with the days of its months. */
  readonly runOut: RunOut;
  /** Demand of the same months, whether or not there is stock. */
  readonly demand: readonly number[];
  /** Money per unit. */
  readonly cost: number;
  readonly salvage: number;
  readonly margin: number;
}

export interface Slip {
  /** Weeks later; negative earlier. */
  readonly weeks: number;
  readonly launch: number;
  readonly left: number;
  readonly stranded: number;
  readonly gapDays: number;
  readonly gapCost: number;
  readonly total: number;
  /** Change of the total by each week; undefined without a slip. */
  readonly perWeek?: number;
}

const WEEK = 7;

/**
 * What a launch of the successor on another day costs: stock of the old item that the launch strands, at cost less what it still brings,
 * and margin lost on demand between running out and the launch.
 */
export function launchSlips(launch: number, terms: SlipTerms, weeks: readonly number[]): readonly Slip[] {
  const planned = slipBy(0, launch, terms);
  return weeks.map((week) => {
    const slip = slipBy(week, launch, terms);
    return week === 0 ? slip : { ...slip, perWeek: (slip.total - planned.total) / week };
  });
}

function slipBy(weeks: number, planned: number, terms: SlipTerms): Slip {
  const { runOut, demand, cost, salvage, margin } = terms;
  const launch = planned + weeks * WEEK;
  const left = leftOn(launch, runOut);
  const out = runOutDay(runOut);
  const gapDays = out === undefined ? 0 : Math.max(0, launch - out);
  const stranded = left * (cost - salvage);
  const missed = out === undefined ? 0 : demandBetween(out, launch, { sales: demand, starts: runOut.starts });
  const gapCost = missed * margin;
  return { weeks, launch, left, stranded, gapDays, gapCost, total: stranded + gapCost };
}
