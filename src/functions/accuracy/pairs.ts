import { pairedSeries } from "../arguments";

export const actual = pairedSeries("Actual demand");
export const forecast = pairedSeries("Forecast of the same periods");
