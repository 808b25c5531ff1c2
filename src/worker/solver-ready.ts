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
    .then(provideSolver, (reason: unknown) =>
      solverMissing(reason instanceof Error ? reason.message : String(reason)),
    );
  return loading;
}
