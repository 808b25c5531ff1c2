import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "../../src/functions/catalogue";
import { createXlsx, openPackage, readWorkbook, type NewSheet } from "../../src/xlsx";
import { runCommand } from "./run-command";

const names = catalogue.map(({ name }) => name);
const folder = mkdtempSync(join(tmpdir(), "stockbook-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

function make(name: string, rows: NewSheet["rows"], known: readonly string[] = names): string {
  writeFileSync(at(name), createXlsx({ sheets: [{ name: "Plan", rows }] }, known));
  return at(name);
}
function cells(path: string) {
  const [sheet] = readWorkbook(openPackage(new Uint8Array(readFileSync(path))), names).sheets;
  return new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
}

const rows: NewSheet["rows"] = [
  [50, 5, 6, { formula: "=SAFETYSTOCK(A1,B1,C1,0.9,2)" }, { formula: "=D1*2" }],
  [{ formula: "=TO.PERIODS(A3:A4)" }],
];

describe("calc", () => {
  test("writes results and spills, exit code 0, and leaves the input as it was", async () => {
    const input = make("in.xlsx", rows);
    const before = readFileSync(input);
    expect(await runCommand(["calc", input, at("out.xlsx")])).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(input).equals(before)).toBe(true);
    const result = cells(at("out.xlsx"));
    expect(result.get("0,3")?.value).toBeCloseTo(129.11, 2);
    expect(result.get("0,3")?.formula).toBe("=SAFETYSTOCK(A1,B1,C1,0.9,2)");
    expect(result.get("0,4")?.value).toBe(2 * (result.get("0,3")?.value as number));
  });

  test("--values writes values in place of formulas", async () => {
    await runCommand(["calc", make("in.xlsx", rows), at("values.xlsx"), "--values"]);
    const result = cells(at("values.xlsx"));
    expect(result.get("0,3")?.formula).toBeUndefined();
    expect(result.get("0,3")?.value).toBeCloseTo(129.11, 2);
  });

  test("--blanks tells how blanks reach a function", async () => {
    const input = make("blank.xlsx", [[{ formula: "=TO.PERIODS(B1)" }]]);
    await runCommand(["calc", input, at("zero.xlsx"), "--blanks=zero"]);
    const none = await runCommand(["calc", input, at("null.xlsx"), "--blanks=null"]);
    expect(cells(at("zero.xlsx")).get("0,0")?.value).toBe(0);
    expect(cells(at("null.xlsx")).get("0,0")?.value).toEqual({ error: "#VALUE!" });
    expect(none.err).toMatch(/^Plan!A1 #VALUE! days must be a number, got .*\n$/);
  });

  test("a formula that uses something unknown keeps its value, is reported, exit code 1", async () => {
    const input = make(
      "unknown.xlsx",
      [
        [
          { formula: "=OTHERADDIN(1)", value: 42 },
          { formula: "=A1+1", value: 0 },
        ],
      ],
      [...names, "OTHERADDIN"],
    );
    const { code, err } = await runCommand(["calc", input, at("kept.xlsx")]);
    expect(code).toBe(1);
    expect(err).toMatch(/^Plan!A1 keeps its stored value: .*OTHERADDIN/);
    expect([cells(at("kept.xlsx")).get("0,0")?.value, cells(at("kept.xlsx")).get("0,1")?.value]).toEqual([
      42, 43,
    ]);
  });

  test("a file without our functions", async () => {
    const input = make("plain.xlsx", [[1, { formula: "=A1+1" }]]);
    expect((await runCommand(["calc", input, at("plain-out.xlsx")])).code).toBe(0);
    expect(cells(at("plain-out.xlsx")).get("0,1")?.value).toBe(2);
  });

  test("progress is one line on a terminal, written over and gone at the end; none in a log", async () => {
    const input = make("in.xlsx", rows);
    expect((await runCommand(["calc", input, at("out.xlsx")])).err).toBe("");
    const { err } = await runCommand(["calc", input, at("out.xlsx")], { terminal: true });
    expect(err).toMatch(/^\rCalculating \d+ of \d+ formulas/);
    expect(err).toMatch(/\r +\r$/);
  });

  test("a million rows", async () => {
    const input = make("million.xlsx", [
      [{ formula: "=SUM(B1:B1048576)" }, 1],
      [undefined, 2],
    ]);
    expect((await runCommand(["calc", input, at("million-out.xlsx")])).code).toBe(0);
    expect(cells(at("million-out.xlsx")).get("0,0")?.value).toBe(3);
  });
});

describe("what is refused writes nothing, exit code 2", () => {
  const input = make("good.xlsx", rows);
  writeFileSync(at("text.xlsx"), "Dear planner");
  writeFileSync(at("cut.xlsx"), readFileSync(input).subarray(0, 900));
  writeFileSync(
    at("old.xlsx"),
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
  );
  symlinkSync(input, at("link.xlsx"));

  test.each([
    ["a missing file", ["calc", at("none.xlsx"), at("no.xlsx")], "there is no such file or folder"],
    ["a folder", ["calc", folder, at("no.xlsx")], /folder|must be named/],
    ["something else", ["calc", at("text.xlsx"), at("no.xlsx")], /Excel/],
    ["a truncated file", ["calc", at("cut.xlsx"), at("no.xlsx")], /./],
    ["an encrypted or old file", ["calc", at("old.xlsx"), at("no.xlsx")], /password|old|97/i],
    ["the input as output", ["calc", input, input], "the result must go to another file than the input"],
    ["a link to the input", ["calc", input, at("link.xlsx")], "the result must go to another file"],
    ["another ending", ["calc", input, at("no.xlsm")], "the result must be named *.xlsx"],
    ["a folder that is not there", ["calc", input, join(folder, "no", "no.xlsx")], "cannot write"],
    ["one name", ["calc", input], "expected IN.xlsx and OUT.xlsx, got 1 argument(s)"],
    ["an unknown option", ["calc", input, at("no.xlsx"), "--fast"], "--fast"],
    [
      "a wrong option",
      ["calc", input, at("no.xlsx"), "--blanks=maybe"],
      "--blanks must be zero or null, got maybe",
    ],
    ["a command that is none", ["compute"], "unknown command compute"],
    ["verify without a file", ["verify"], "expected IN.xlsx"],
  ])("%s", async (_what, args, message) => {
    const before = readFileSync(input);
    const { code, err } = await runCommand(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(existsSync(at("no.xlsx"))).toBe(false);
    expect(readFileSync(input).equals(before)).toBe(true);
  });

  test("no half-written file is left beside the output", () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("verify", () => {
  test("exit code 0 when all agrees, 1 with a list when a number was changed", async () => {
    await runCommand(["calc", make("in.xlsx", rows), at("right.xlsx")]);
    const right = await runCommand(["verify", at("right.xlsx")]);
    expect(right).toEqual({ code: 0, out: "4 cells compared, 0 differ\n", err: "" });
    const wrong = await runCommand([
      "verify",
      make("wrong.xlsx", [[50, { formula: "=SAFETYSTOCK(A1,5,6,0.9,2)", value: 130 }]]),
    ]);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(
      /^Plan!B1 {2}stored 130 {2}calculated 129\.11\d* {2}=SAFETYSTOCK.*\n1 cells compared, 1 differ/,
    );
  });
});

describe("functions and help", () => {
  test("the list names every function, as text and as JSON", async () => {
    const text = await runCommand(["functions"]);
    const json = await runCommand(["functions", "--json"]);
    expect([text.code, json.code]).toEqual([0, 0]);
    for (const name of names) expect(text.out).toContain(`\n    Example: =${name}(`);
    interface Listed {
      readonly name: string;
      readonly arguments: readonly { readonly unit: string }[];
      readonly examples: readonly unknown[];
    }
    const listed = JSON.parse(json.out) as Listed[];
    expect(listed.map(({ name }) => name)).toEqual(names);
    for (const { arguments: args, examples } of listed) {
      expect(args.filter(({ unit }) => unit === "")).toEqual([]);
      expect(examples.length).toBeGreaterThan(0);
    }
  });

  test.each(["calc", "eval", "functions", "verify"])("help %s documents the exit codes", async (command) => {
    const { code, out } = await runCommand(["help", command]);
    expect(code).toBe(0);
    expect(out).toMatch(/Exit code: 0 /);
  });
});
