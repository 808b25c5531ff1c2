import { readFileSync } from "node:fs";
import { join } from "node:path";
import { call } from "../functions/call";

const text = readFileSync(join(__dirname, "../../docs/network.md"), "utf8");

/** Rows such as | `=NAME(1, {2,3}, , "X")` | 3; 4 | words |. */
const examples = [...text.matchAll(/^\| `=([A-Z.]+)\((.*)\)` \| ([^|]+) \|/gm)].map(
  ([, name, args, results]) => ({
    name,
    args,
    results: results.split(";").map((result) => result.trim()),
  }),
);

/** Numbers, texts in quotes, rows of numbers in braces; nothing between two commas is an argument left out. */
function argumentsIn(args: string): unknown[] {
  return args.split(/,(?![^{]*\})/).map((part) => {
    const typed = part.trim();
    if (typed === "") return null;
    if (typed.startsWith("{")) return [typed.slice(1, -1).split(",").map(Number)];
    return typed.startsWith('"') ? typed.slice(1, -1) : Number(typed);
  });
}

test("the document holds its examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(6);
  expect(text.match(/`=/g)).toHaveLength(examples.length);
});

test.each(examples)("$name($args) is $results", ({ name, args, results }) => {
  const cells = call(name, ...argumentsIn(args)).flat();
  expect(cells).toHaveLength(results.length);
  results.forEach((result, i) => {
    // As shown: half a unit of the last decimal.
    const decimals = result.split(".").at(1)?.length ?? 0;
    expect(Math.abs(Number(cells[i]) - Number(result))).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
  });
});
