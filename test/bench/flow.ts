/**
 * Transport problems by the network simplex, by HiGHS in WebAssembly, by native solvers where they are installed and, where small, by the
 * dense fallback: milliseconds each, and that they agree. Run: npx tsx test/bench/flow.ts
 */
import {
  ModelBuilder,
  cheapestFlow,
  provideSolver,
  solveByTableau,
  solveLinear,
  type LinearAnswer,
} from "../../src/engine/optimise";
import { loadHighsSolver } from "../../src/worker/highs-solver";
import { random } from "../random";
import { installedSolvers, solveNatively } from "./optimise/native-solvers";

interface Transport {
  readonly supply: readonly number[];
  readonly demand: readonly number[];
  readonly cost: readonly (readonly number[])[];
}

function transport(sources: number, sinks: number): Transport {
  const { uniform } = random(sources * 1000 + sinks);
  const demand = Array.from({ length: sinks }, () => 5 + Math.floor(uniform() * 50));
  const total = demand.reduce((sum, units) => sum + units, 0);
  const supply = Array.from({ length: sources }, () => Math.ceil((1.1 * total) / sources));
  return { supply, demand, cost: supply.map(() => demand.map(() => 1 + Math.floor(uniform() * 500))) };
}

function byFlow({ supply, demand, cost }: Transport): number {
  const [m, n] = [supply.length, demand.length];
  const left = supply.reduce((sum, units) => sum + units, 0) - demand.reduce((sum, units) => sum + units, 0);
  const from = [...cost.flatMap((row, i) => row.map(() => i)), ...supply.keys()];
  const to = [...cost.flatMap((row) => row.map((_, j) => m + j)), ...supply.map(() => m + n)];
  const money = [...cost.flat(), ...supply.map(() => 0)];
  const answer = cheapestFlow({
    supply: [...supply, ...demand.map((units) => -units), -left],
    from,
    to,
    cost: money,
    capacity: money.map(() => Infinity),
  });
  if (answer.status !== "optimal") throw new Error(answer.status);
  return answer.cost;
}

function modelOf({ supply, demand, cost }: Transport) {
  const model = new ModelBuilder();
  const rows = supply.map((units, i) => model.rule(`supply ${i}`, { upper: units }));
  const columns = demand.map((units, j) => model.rule(`demand ${j}`, { lower: units }));
  cost.forEach((row, i) =>
    row.forEach((money, j) => {
      const lane = model.decide(`lane ${i}-${j}`, money);
      model.add(rows[i], lane, 1);
      model.add(columns[j], lane, 1);
    }),
  );
  return model.build();
}

/** The best of three runs: the first has to be compiled, and the machine may be busy. */
function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    const value = work();
    return { value, milliseconds: performance.now() - start };
  });
  return runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));
}

const costOf = (answer: LinearAnswer) => {
  if (answer.status !== "optimal") throw new Error(answer.status);
  return answer.objective;
};

async function main(): Promise<void> {
  provideSolver(await loadHighsSolver());
  const natives = installedSolvers.map((name) => ` | native ${name} ms (ratio)`).join("");
  console.log(`sources x sinks | network simplex ms | HiGHS ms (ratio)${natives} | dense tableau ms (ratio)`);
  for (const [sources, sinks] of [
    [10, 28],
    [20, 45],
    [40, 120],
    [80, 250],
    [150, 500],
  ]) {
    const problem = transport(sources, sinks);
    const flow = timed(() => byFlow(problem));
    const model = modelOf(problem);
    const highs = timed(() => costOf(solveLinear(model)));
    if (Math.abs(highs.value - flow.value) > 1e-6 * flow.value) throw new Error("the answers differ");
    const native = installedSolvers.map((name) => solveNatively(name, model));
    for (const { value } of native)
      if (Math.abs(value - flow.value) > 1e-6 * flow.value) throw new Error("the answers differ");
    const tableau = sources * sinks <= 1000 ? timed(() => costOf(solveByTableau(model))) : undefined;
    const ratio = (ms: number) => `${ms.toFixed(1)} (${(ms / flow.milliseconds).toFixed(0)})`;
    const cells = [highs, ...native, tableau].map((run) =>
      run === undefined ? "-" : ratio(run.milliseconds),
    );
    console.log([`${sources} x ${sinks}`, flow.milliseconds.toFixed(1), ...cells].join(" | "));
  }
}

void main();
