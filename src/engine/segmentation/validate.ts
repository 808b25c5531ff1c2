export type Verdict = "OK" | "UPGRADE" | "REVIEW";
export const verdicts = ["OK", "UPGRADE", "REVIEW"] as const;

export interface ValidationRule {
  /** Classes it speaks of, such as "C" or "BC"; empty for all. */
  readonly classes: string;
  /** Criticalities it speaks of, letters out of V, E, D; empty for all. */
  readonly criticalities: string;
  /** Holds from this supply risk on, 1 to 5; 1 for any. */
  readonly riskFrom: number;
  readonly verdict: Verdict;
}

/**
 * What speaks against a class that was given by value alone: a cheap item that the plant stands still without, or that one supplier makes.
 * The first rule that applies decides.
 */
export const defaultRules: readonly ValidationRule[] = [
  { classes: "C", criticalities: "V", riskFrom: 1, verdict: "UPGRADE" },
  { classes: "C", criticalities: "", riskFrom: 4, verdict: "UPGRADE" },
  { classes: "B", criticalities: "V", riskFrom: 4, verdict: "UPGRADE" },
  { classes: "B", criticalities: "V", riskFrom: 1, verdict: "REVIEW" },
  { classes: "B", criticalities: "", riskFrom: 4, verdict: "REVIEW" },
  { classes: "C", criticalities: "E", riskFrom: 3, verdict: "REVIEW" },
];

export interface ClassedItem {
  /** A, B, C; anything else is not judged. */
  readonly abc: string;
  /** V vital, E essential, D desirable; "" where not known. */
  readonly criticality: string;
  /** 1 to 5; NaN where not known. */
  readonly supplyRisk: number;
}

/** Source: Flores and Whybark (1986), Multiple criteria ABC analysis; VED analysis, as in Silver, Pyke and Thomas (2017), section 2.3. */
export function validateClass(item: ClassedItem, rules: readonly ValidationRule[] = defaultRules): Verdict {
  return ruleFor(item, rules)?.verdict ?? "OK";
}

/** The rule that decided, for the explanation. */
export function ruleFor(item: ClassedItem, rules: readonly ValidationRule[]): ValidationRule | undefined {
  const { abc, criticality, supplyRisk } = item;
  return rules.find(
    ({ classes, criticalities, riskFrom }) =>
      (classes === "" || (abc !== "" && classes.includes(abc))) &&
      (criticalities === "" || (criticality !== "" && criticalities.includes(criticality))) &&
      (riskFrom <= 1 || supplyRisk >= riskFrom),
  );
}
