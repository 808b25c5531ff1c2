import { PlanningError } from "../errors";
import type { Series } from "./series";

export interface LinkRequest {
  /** History of the predecessor and of the successor, period by period; NaN where there is none. */
  readonly old: Series;
  readonly new: Series;
  /** Units of the successor that serve for one of the predecessor, such as old pack size over new. */
  readonly factor: number;
  /** Part of the predecessor's demand that passes on, 0 to 1. */
  readonly share: number;
}

/** History as if the successor had been there all along: its own demand plus what passes on. Missing where both are. */
export function linkHistory(request: LinkRequest): number[] {
  const { old, factor, share } = request;
  if (request.new.length !== old.length) {
    const message = `new must have as many periods as old (${old.length}), got ${request.new.length}`;
    throw new PlanningError("invalid-input", "new", message);
  }
  return old.map((units, t) => {
    const passedOn = units * factor * share;
    if (Number.isNaN(passedOn)) return request.new[t];
    return Number.isNaN(request.new[t]) ? passedOn : passedOn + request.new[t];
  });
}
