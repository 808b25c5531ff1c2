import { ets } from "../ets";
import { seasonallyAdjusted } from "./seasonally-adjusted";

export { mstl, type MstlDecomposition, type MstlSettings } from "./mstl";
export { longSeasonRefusal, seasonallyAdjusted } from "./seasonally-adjusted";
export { stl, type StlDecomposition, type StlSettings } from "./stl";

export const stlEts = seasonallyAdjusted("STL-ETS", "STL with exponential smoothing, for long seasons", ets);
