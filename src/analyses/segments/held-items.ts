import type { ItemFacts } from "./item-facts";

/** A launch is not judged by its first months. */
const monthsToJudge = 6;
/** Stages in which a class is a person's decision, not a ranking's. */
const launches = new Set(["NEW", "LAUNCH", "N"]);
const phaseOuts = new Set(["EOL", "PHASE-OUT", "PHASEOUT", "INACTIVE", "OBSOLETE"]);

export type HeldBecause = "launch" | "phase-out";

/** Why an item is not classed by its numbers; undefined where it is. Months are those since its first demand. */
export function heldBecause({ stage, successor }: ItemFacts, months: number): HeldBecause | undefined {
  const named = stage.toUpperCase();
  if (phaseOuts.has(named) || successor !== "") return "phase-out";
  if (launches.has(named) || (months > 0 && months < monthsToJudge)) return "launch";
  return undefined;
}
