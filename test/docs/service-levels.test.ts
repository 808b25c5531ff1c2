import { readFileSync } from "node:fs";
import { join } from "node:path";
import { call } from "../functions/call";

const text = readFileSync(join(__dirname, "../../docs/service-levels.md"), "utf8");

/** Rows such as | `=NAME(1, 2)` | 3; 4 | words |. */
const examples = [...text.matchAll(/^\| `=([A-Z.]+)\((.*)\)` \| ([^|]+) \|/gm)].map(
  ([, name, args, results]) => ({
    name,
    args,
    results: results.split(";").map((result) => result.trim()),
  }),
);

/** Numbers, texts in quotes, and one row of numbers in braces. */
function argumentsIn(args: string): unknown[] {
  return [...args.matchAll(/\{([^}]*)\}|"([^"]*)"|[^,\s]+/g)].map(([whole, row, words]) =>
    row !== undefined ? [row.split(",").map(Number)] : (words ?? Number(whole)),
  );
}

test("the document holds its examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(14);
  expect(text.match(/`=/g)).toHaveLength(examples.length);
});

test.each(examples)("$name($args) is $results", ({ name, args, results }) => {
  const [cells] = call(name, ...argumentsIn(args));
  expect(cells).toHaveLength(results.length);
  results.forEach((result, i) => {
    // As shown: half a unit of the last decimal.
    const decimals = result.split(".").at(1)?.length ?? 0;
    expect(Math.abs(Number(cells[i]) - Number(result))).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
  });
});

test("the sentence on 98 % is that of the numbers", () => {
  expect(text).toContain("With sigma 100, lot 500: 98 % fill rate needs 90, 98 % cycle service 205");
  expect(Math.round(Number(call("SAFETYSTOCK.FILLRATE", 100, 50, 4, 500, 0.98)[0][0]))).toBe(90);
  expect(Math.round(Number(call("SAFETYSTOCK", 100, 50, 4, 0.98)[0][0]))).toBe(205);
});
