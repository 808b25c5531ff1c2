import type { FittedForecast } from "../method";
import type { Contestant } from "./contest";

/** A model that was settled on, with the reasons. */
export interface Settled {
  /** Id of a forecasting method, or ZERO. */
  readonly model: string;
  readonly fit: FittedForecast;
  /** All that were in the running, the chosen one first. */
  readonly contestants: readonly Contestant[];
  readonly reason: string;
  /** Error of the naive forecast, where it was tested. */
  readonly benchmark?: number | null;
}
