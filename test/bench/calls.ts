/** Milliseconds a call of `stockbook eval`, from line to line, against a loop that only reads and writes the JSON. */
import { Evaluator } from "../../src/cli/eval-request";
import { evaluate } from "../../src/functions/evaluate";

const count = 10_000;
const history = Array.from({ length: 36 }, (_, t) => 100 + 10 * Math.sin(t / 2) + ((t * 7) % 13));

const kinds: readonly (readonly [name: string, line: (i: number) => string])[] = [
  ["SAFETYSTOCK", (i) => JSON.stringify({ id: i, fn: "SAFETYSTOCK", args: [50 + i, 5, 6, 0.9, 2] })],
  [
    "FORECAST.SES, fitted to 36 months",
    (i) => JSON.stringify({ id: i, fn: "FORECAST.SES", args: [[history.map((value) => value + i)], 6] }),
  ],
];

for (const [name, line] of kinds) {
  const lines = Array.from({ length: count }, (_, i) => line(i));
  const echo = milliseconds(lines, (each) => JSON.stringify(JSON.parse(each)));
  // Computed here, where every answer is there at once.
  const evaluator = new Evaluator(evaluate);
  const ours = milliseconds(lines, (each) => evaluator.answer(each) as string);
  const again = milliseconds(lines, (each) => evaluator.answer(each) as string);
  console.log(
    `${name}: ${ours.toFixed(4)} ms a call, ${again.toFixed(4)} ms when asked again; ` +
      `JSON alone ${echo.toFixed(4)} ms, ratio ${(ours / echo).toFixed(1)}; ` +
      `${count.toLocaleString("en")} calls in ${((count * ours) / 1000).toFixed(2)} s`,
  );
}

function milliseconds(lines: readonly string[], answer: (line: string) => string): number {
  let length = 0;
  const start = performance.now();
  for (const line of lines) length += answer(line).length;
  const spent = performance.now() - start;
  if (length === 0) throw new Error("nothing was answered");
  return spent / lines.length;
}
