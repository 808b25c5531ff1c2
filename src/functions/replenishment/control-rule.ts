import { invalidInput } from "../../engine/errors";
import type { ControlRule } from "../../engine/simulation";

export const policies = ["SQ", "SS", "RS"] as const;

interface Policy {
  readonly policy: (typeof policies)[number];
  readonly s: number | undefined;
  readonly qOrS: number;
}

/** The rule that the cells describe: (s,Q), (s,S) or (R,S). */
export function controlRule({ policy, s, qOrS }: Policy): ControlRule {
  if (policy === "RS") return { kind: "order-up-to", reorderPoint: Infinity, target: qOrS };
  if (s === undefined) throw invalidInput("s", `must be given for ${policy}`, s);
  if (policy === "SQ") {
    if (!(qOrS > 0)) throw invalidInput("qOrS", "must be above 0 for SQ", qOrS);
    return { kind: "lots", reorderPoint: s, lot: qOrS };
  }
  if (!(qOrS > s)) throw invalidInput("qOrS", `must be above s (${s}) for SS`, qOrS);
  return { kind: "order-up-to", reorderPoint: s, target: qOrS };
}
