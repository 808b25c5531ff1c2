import { ets } from "../ets";
import { standardTheta } from "../theta";
import { seasonallyAdjusted } from "./seasonally-adjusted";

export const stlEts = seasonallyAdjusted("STL-ETS", "STL with exponential smoothing, for long seasons", ets);
export const stlTheta = seasonallyAdjusted(
  "STL-THETA",
  "STL with the Theta method, for long seasons",
  standardTheta,
);
