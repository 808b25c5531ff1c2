import { catalogue } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { Evaluator } from "../../src/cli/eval-request";

const calls = 20_000;

function microseconds(run: (i: number) => unknown): number {
  for (let i = 0; i < calls / 10; i++) run(i);
  const start = performance.now();
  for (let i = 0; i < calls; i++) run(calls + i);
  return (1000 * (performance.now() - start)) / calls;
}
