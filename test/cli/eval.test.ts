import { catalogue } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { runCommand } from "./run-command";

async function answers(...lines: readonly string[]): Promise<unknown[]> {
  const { code, out, err } = await runCommand(["eval"], { stdin: lines.join("\n") });
  expect([code, err]).toEqual([0, ""]);
  return out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
const call = (id: unknown, fn: string, ...args: readonly unknown[]) => JSON.stringify({ id, fn, args });

test("a scalar, rows, and an empty cell", async () => {
  const [scalar, rows, across] = (await answers(
    call(1, "SAFETYSTOCK", 50, 5, 6, 0.9, 2),
    call("b", "FORECAST.NAIVE", [[3], [4], [5]], 2),
    call(3, "TO.PERIODS", [[30.4375, null, 60.875]]),
  )) as { id: unknown; value: unknown }[];
  expect(scalar).toEqual({ id: 1, value: expect.closeTo(129.11, 2) });
  expect(rows).toEqual({ id: "b", value: [[5], [5]] });
  expect(across).toEqual({ id: 3, value: [[1, "", 2]] });
});

test("null is an argument left out, at the end and between others", async () => {
  const [left, between, full] = (await answers(
    call(1, "SAFETYSTOCK", 50, 5, 6, 0.9, 2, null, null),
    call(2, "SAFETYSTOCK", 50, 5, 6, 0.9, null, 3),
    call(3, "SAFETYSTOCK", 50, 5, 6, 0.9, 0, 3),
  )) as { value: number }[];
  expect(left.value).toBeCloseTo(129.11, 2);
  expect(between.value).toBe(full.value);
});

test("every example of every function is answered with the bits of a direct call", async () => {
  const examples = catalogue.flatMap((definition) =>
    definition.examples.map(({ args }) => ({ definition, args: args as readonly unknown[] })),
  );
  const given = await answers(
    ...examples.map(({ definition, args }, i) => call(i, definition.name, ...args)),
  );
  examples.forEach(({ definition, args }, i) => {
    const direct = evaluate(definition, args);
    const { value } = given[i] as { value: unknown };
    if (value === undefined) return;
    expect(Array.isArray(value) ? value : [[value]]).toEqual(JSON.parse(JSON.stringify(direct)));
  });
  expect(given.filter((answer) => "error" in (answer as object)).length).toBeLessThan(examples.length / 4);
});

test("an error has its code and its words, and hands on to the next call", async () => {
  const [bad, passed, inRows] = await answers(
    call(1, "SAFETYSTOCK", 50, 5, -6, 0.9, 2),
    call(2, "TO.PERIODS", { error: { code: "#N/A", message: "no lead time" } }),
    call(3, "TO.PERIODS", [[30.4375], [-1]]),
  );
  expect(bad).toEqual({
    id: 1,
    error: { code: "#VALUE!", message: "leadTime must be at least 0, got -6" },
  });
  expect(passed).toEqual({ id: 2, error: { code: "#N/A", message: "no lead time" } });
  expect(inRows).toEqual({
    id: 3,
    value: [[1], [{ error: { code: "#VALUE!", message: "days must be at least 0, got -1" } }]],
  });
});

test.each([
  ["{", null, "the line is not JSON"],
  ['{"id":7,"fn":"EOQ","args":[1,2', 7, "the line is not JSON"],
  ["[1,2]", null, "the line must be an object"],
  ['{"id":2,"args":[1]}', 2, "fn must be the name of a function"],
  ['{"id":3,"fn":"EOQ","args":5}', 3, "args must be an array"],
  ['{"id":4,"fn":"SAFETYSTOK","args":[]}', 4, 'there is no function "SAFETYSTOK"'],
  ['{"id":5,"fn":"EOQ","args":[1,2,3,4,5,6,7,8,9,10]}', 5, "EOQ takes at most"],
  ['{"id":6,"fn":"EOQ","args":[{"a":1},2,3]}', 6, "a cell holds a kind of value"],
  ['{"id":8,"fn":"__proto__","args":[]}', 8, 'there is no function "__proto__"'],
])("the line %s gets an error line", async (line, id, message) => {
  const [answer, next] = await answers(line, call("next", "TO.PERIODS", 30.4375));
  expect(answer).toEqual({
    id,
    error: { code: expect.stringMatching(/^#(VALUE!|NAME\?)$/), message: expect.stringContaining(message) },
  });
  expect(next).toEqual({ id: "next", value: 1 });
});

test("lines cut anywhere by the pipe, blank lines, a last line without its end", async () => {
  const text = `${call("é1", "TO.PERIODS", 30.4375)}\n\n\r\n${call(2, "TO.PERIODS", 60.875)}`;
  const { out } = await runCommand(["eval"], { stdin: [...text] });
  expect(out.trimEnd().split("\n")).toEqual(['{"id":"é1","value":1}', '{"id":2,"value":2}']);
});

test("10,000 light calls are answered in order", async () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => call(i, "SAFETYSTOCK", 50 + i, 5, 6, 0.9, 2));
  const given = (await answers(...lines)) as { id: number; value: number }[];
  expect(given.map(({ id }) => id)).toEqual(lines.map((_, i) => i));
  expect(given.every(({ value }, i) => i === 0 || value > given[i - 1].value)).toBe(true);
});
