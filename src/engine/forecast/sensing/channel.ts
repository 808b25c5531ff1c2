import type { Series } from "../../demand";
import { PlanningError } from "../../errors";

/**
 * What the channel sold on: shipments into it less the growth of its stock. A period in which either is not known is not known; one may be
 * below 0 where reports of stock and shipments are a day apart, since only sums are used.
 * Source: Lee, Padmanabhan and Whang (1997), section 1, on why what the trade orders is not what it sells.
 * @param growth closing less opening stock of the channel in each period
 */
export function soldOn(shipped: Series, growth: Series | undefined): Series {
  if (growth === undefined) return shipped;
  if (growth.length !== shipped.length) {
    const message = `channel must have as many periods as signal (${shipped.length}), got ${growth.length}`;
    throw new PlanningError("invalid-input", "channel", message);
  }
  return shipped.map((units, t) => units - growth[t]);
}
