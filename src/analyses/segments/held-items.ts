import type { MeasuredItem } from "../item-measures";
import type { ItemFacts } from "./item-facts";

/** A launch is not judged by its first months. */
const monthsToJudge = 6;
/** Stages in which a class is a person's decision, not a ranking's. */
const launches = new Set(["NEW", "LAUNCH", "N"]);
const phaseOuts = new Set(["EOL", "PHASE-OUT", "PHASEOUT", "INACTIVE", "OBSOLETE"]);

export type HeldBecause = "launch" | "phase-out";

export interface Held {
  readonly because: HeldBecause;
  /** In words, with what it was seen by. */
  readonly reason: string;
}

/** Why an item is not classed by its numbers; undefined where it is. Months are those since its first demand. */
export function heldItem(
  { stage, successor }: Pick<ItemFacts, "stage" | "successor">,
  { months, launching }: Pick<MeasuredItem, "months" | "launching">,
): Held | undefined {
  const named = stage.toUpperCase();
  if (successor !== "") return { because: "phase-out", reason: `phase-out: ${successor} replaces it` };
  if (phaseOuts.has(named)) return { because: "phase-out", reason: `phase-out: stage ${stage}` };
  if (launches.has(named)) return { because: "launch", reason: `launch: stage ${stage}` };
  if (months > 0 && months < monthsToJudge)
    return { because: "launch", reason: `launch: ${months} ${months === 1 ? "month" : "months"} of demand` };
  if (launching) return { because: "launch", reason: "launch: its first month is not over" };
  return undefined;
}
