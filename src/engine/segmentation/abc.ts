import { PlanningError } from "../errors";

export type AbcClass = "A" | "B" | "C";

export interface AbcRule {
  /** Share of value where A ends and where B ends, ascending, each above 0 and at most 1. */
  readonly cuts: readonly [number, number];
  /** How far, in share of value, an item may stray over a cut and keep its current class; 0 for none. */
  readonly band: number;
}

/**
 * ABC classes by share of value. Items are ranked by value, largest first (ties keep their order); an item belongs to the class in
 * which it starts, so the one that crosses a cut stays above it. With a current class and a band, an item moves only when it
 * starts beyond the cut by more than the band.
 * Source: Silver, Pyke and Thomas (2017), section 2.3; hysteresis: ours, documented in the function reference.
 * @param values annual consumption value; null (blank) or negative is not classified
 * @returns A, B, C, or N for not classified, in the order of the input
 * @throws PlanningError no-solution where no value is above 0
 */
export function abcClasses(
  values: readonly (number | null)[],
  rule: AbcRule,
  current: readonly (string | null)[] = [],
): (AbcClass | "N")[] {
  const classes = values.map((): AbcClass | "N" => "N");
  const ranked = values
    .map((value, index) => ({ value: value ?? -1, index }))
    .filter(({ value }) => value >= 0)
    .sort((a, b) => b.value - a.value || a.index - b.index);
  const total = ranked.reduce((sum, { value }) => sum + value, 0);
  if (!(total > 0))
    throw new PlanningError("no-solution", "value", "value must hold at least one number above 0");
  let before = 0;
  for (const { value, index } of ranked) {
    classes[index] = classAt(before / total, rule, current[index] ?? null);
    before += value;
  }
  return classes;
}

/** Shares that differ by rounding only are equal, so that 0.5 + 0.3 ends at a cut of 0.8. */
const rounding = 1e-12;

function classAt(share: number, { cuts, band }: AbcRule, current: string | null): AbcClass {
  const plain = classBelow(share, cuts[0], cuts[1]);
  if (band === 0 || current === null) return plain;
  if (current === "A") return share < cuts[0] + band - rounding ? "A" : plain;
  if (current === "C") return share < cuts[1] - band - rounding ? plain : "C";
  if (current !== "B") return plain;
  return share < cuts[0] - band - rounding ? "A" : share < cuts[1] + band - rounding ? "B" : "C";
}

function classBelow(share: number, endOfA: number, endOfB: number): AbcClass {
  return share < endOfA - rounding ? "A" : share < endOfB - rounding ? "B" : "C";
}
