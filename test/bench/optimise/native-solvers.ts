import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LinearModel } from "../../../src/engine/optimise";

interface NativeSolver {
  /** As it is called on the command line. */
  readonly name: string;
  readonly args: (file: string) => readonly string[];
  readonly objective: RegExp;
}

/** Solvers compiled for this machine: Debian's coinor-cbc has cbc; HiGHS has a program of its own. */
const nativeSolvers: readonly NativeSolver[] = [
  { name: "cbc", args: (file) => [file, "solve", "quit"], objective: /^Optimal objective\s+(\S+)/m },
  { name: "highs", args: (file) => [file], objective: /^Objective value\s*:\s*(\S+)/m },
];

export const installedSolvers = nativeSolvers
  .filter(({ name }) => spawnSync("which", [name]).status === 0)
  .map(({ name }) => name);

/** Objective and milliseconds, the start of the program and the reading of its file included, as whoever calls it pays them. */
export function solveNatively(
  name: string,
  model: LinearModel,
): { readonly value: number; readonly milliseconds: number } {
  const solver = nativeSolvers.find((one) => one.name === name)!;
  const folder = mkdtempSync(join(tmpdir(), "stockbook-bench-"));
  try {
    const file = join(folder, "model.mps");
    writeFileSync(file, mpsOf(model));
    const start = performance.now();
    const { stdout } = spawnSync(name, solver.args(file), { encoding: "utf8" });
    const milliseconds = performance.now() - start;
    const found = solver.objective.exec(stdout);
    if (found === null) throw new Error(`${name} told no objective:\n${stdout}`);
    return { value: Number(found[1]), milliseconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A linear program with decisions from 0 up and rules with one limit or two equal ones, in free MPS format. */
function mpsOf({ decisions, rules, starts, rows, coefficients }: LinearModel): string {
  const lines = ["NAME MODEL", "ROWS", " N COST"];
  const limits: string[] = [];
  rules.forEach(({ name, lower, upper }, i) => {
    if (lower > -Infinity && upper < Infinity && lower !== upper) throw new Error(`${name} has two limits`);
    const kind = lower === upper ? "E" : upper < Infinity ? "L" : "G";
    lines.push(` ${kind} R${i}`);
    limits.push(` RHS R${i} ${kind === "G" ? lower : upper}`);
  });
  lines.push("COLUMNS");
  decisions.forEach(({ name, cost, lower, upper, whole }, j) => {
    if (lower !== 0 || upper !== Infinity || whole) throw new Error(`${name} is not a plain quantity`);
    lines.push(` X${j} COST ${cost}`);
    for (let k = starts[j]; k < starts[j + 1]; k++) lines.push(` X${j} R${rows[k]} ${coefficients[k]}`);
  });
  return [...lines, "RHS", ...limits, "ENDATA", ""].join("\n");
}
