import type { LinearModel } from "./linear-model";

export interface SolveLimits {
  /** Longest time; then the best found so far counts. */
  readonly seconds: number;
  /** Integer models end when no answer can be better by more than this share. */
  readonly gap: number;
}

export type LinearAnswer =
  /** Proven within the gap. */
  | {
      readonly status: "optimal";
      readonly values: Float64Array;
      readonly objective: number;
      readonly bound: number;
      /** By rule, what a unit more of its limit would change the cost by; only of linear programs, and where the solver tells it. */
      readonly ruleDuals?: Float64Array;
    }
  /** The time is up: a plan that keeps all rules, and what no plan can undercut. */
  | {
      readonly status: "stopped";
      readonly values: Float64Array;
      readonly objective: number;
      readonly bound: number;
    }
  /** No decisions keep all rules; these cannot be kept together. */
  | { readonly status: "infeasible"; readonly conflict: readonly string[] }
  /** The cost falls without end. */
  | { readonly status: "unbounded" }
  /** No usable answer, and why. */
  | { readonly status: "failed"; readonly reason: string };

/** Something that solves models, in this thread and at once. */
export type LinearSolver = (model: LinearModel, limits: SolveLimits) => LinearAnswer;

export const defaultLimits: SolveLimits = { seconds: 10, gap: 1e-4 };
