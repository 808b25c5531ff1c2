import { findAnalysis } from "../analyses";
import { provideSolver, solverMissing } from "../engine/optimise";
import { findFunction } from "../functions/catalogue";
import type { Request } from "./requests";

let loading: Promise<void> | undefined;

/**
 * Settles once the solver is compiled in this thread, or known not to be had there; undefined where the request does not need it. Work is
 * synchronous, compiling is not: this is the one moment to wait.
 */
export function solverReady(request: Request): Promise<void> | undefined {
  const solves =
    "analysis" in request
      ? findAnalysis(request.analysis)?.solverSeconds !== undefined
      : findFunction(request.name)?.solver === true;
  if (!solves) return undefined;
  loading ??= import("./highs-solver")
    .then(({ loadHighsSolver }) => loadHighsSolver())
    .then(provideSolver, (reason: unknown) => {
      console.error("Stockbook could not load its solver", reason);
      solverMissing(isBlocked(reason) ? "WebAssembly is blocked here" : "its file could not be loaded");
    });
  return loading;
}

/** By a content security policy, in the words of the browsers, or because there is none; anything else went wrong on the way. */
function isBlocked(reason: unknown): boolean {
  if (typeof WebAssembly === "undefined") return true;
  return reason instanceof Error && /unsafe-eval|security policy|blocked by csp/i.test(reason.message);
}
