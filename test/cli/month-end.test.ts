import known from "../reference/month-end.json";
import { runCommand } from "./run-command";

interface Answer {
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

let answers: readonly Answer[] = [];
beforeAll(async () => {
  const lines = known.cases.map(({ fn, args }, id) => JSON.stringify({ id, fn, args }));
  const { out } = await runCommand(["eval"], { stdin: lines.join("\n") });
  answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}, 60_000);

/** Far less than a cent: the answers are exact fractions, ours are sums of doubles. */
const tolerance = 1e-9;

/** Numbers stand for numbers near them; rows, text and empty cells for themselves. */
function near(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(near);
  return typeof value === "number" ? expect.closeTo(value, digits(value)) : value;
}
const digits = (value: number) => -Math.log10(2 * tolerance * Math.max(1, Math.abs(value)));

test.each(known.cases.map(({ fn, from, value }, i) => [i + 1, fn, from, value] as const))(
  "call %i, %s: %s",
  (i, _fn, _from, value) => {
    const { error, value: found } = answers[i - 1];
    if (typeof value !== "object" || Array.isArray(value)) {
      expect(error).toBeUndefined();
      expect(found).toEqual(near(value));
      return;
    }
    expect(error?.code).toBe(value.error);
    // The day on which stock would have gone below 0.
    expect(error?.message).toContain(value.says);
  },
);
