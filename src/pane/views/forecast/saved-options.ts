import { demandBuckets } from "../../../engine/calendar";
import {
  forecastLevels,
  horizonProblem,
  type ForecastOptions,
} from "../../../analyses/forecast/forecast-options";
import type { Workbook } from "../../../workbook/workbook";

/** What the planner chooses; today's date comes from the clock. */
export type ChosenOptions = Omit<ForecastOptions, "asOf">;

export const defaultOptions: ChosenOptions = { horizon: 12, bucket: "M", level: "item" };

const KEY = "forecast.options";

/** The options of the last run in this workbook; the usual ones where there was none. */
export async function loadOptions(workbook: Workbook): Promise<ChosenOptions> {
  const [horizon, bucketText, levelText] = (await workbook.setting(KEY))?.split(" ") ?? [];
  const bucket = demandBuckets.find((one) => one === bucketText);
  const level = forecastLevels.find((one) => one === levelText);
  const usable = bucket !== undefined && level !== undefined && horizonProblem(Number(horizon)) === undefined;
  return usable ? { horizon: Number(horizon), bucket, level } : defaultOptions;
}

export async function saveOptions(workbook: Workbook, options: ChosenOptions): Promise<void> {
  await workbook.saveSetting(KEY, `${options.horizon} ${options.bucket} ${options.level}`);
}
