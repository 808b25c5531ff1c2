import fc from "fast-check";
import { callsIn, parseFormula } from "../../../src/pane/formula/parse-formula";
import { tokenize } from "../../../src/pane/formula/formula-tokens";

const args = (formula: string) => {
  const parsed = parseFormula(formula);
  return parsed.kind === "call" ? parsed.args : [];
};

test("a call with literals, references and omitted arguments", () => {
  expect(parseFormula("=SAFETYSTOCK(B2, 5,,95%,-1)")).toEqual({
    kind: "call",
    text: "SAFETYSTOCK(B2, 5,,95%,-1)",
    name: "SAFETYSTOCK",
    args: [
      { kind: "reference", text: "B2" },
      { kind: "literal", text: "5", value: 5 },
      { kind: "omitted", text: "" },
      { kind: "literal", text: "95%", value: 0.95 },
      { kind: "literal", text: "-1", value: -1 },
    ],
  });
});

test.each([
  "$A$1:B9",
  "Plan!A:A",
  "1:5",
  "'My, (odd) sheet''s'!A1#",
  "Items[ACV]",
  "Items[[#This Row],[Unit, cost]]",
  "[@Cost]",
  "Items[@Cost]",
  "demand_range",
  "@A1:A9",
])("%s is a reference", (text) => {
  expect(args(`=SUM(${text})`)).toEqual([{ kind: "reference", text }]);
});

test.each([
  ['"a ""b"", (c"', 'a "b", (c'],
  ["true", true],
  ["1.5e-3", 0.0015],
  ["- 2", -2],
])("%s is a literal", (text, value) => {
  expect(args(`=F.X(${text})`)).toEqual([{ kind: "literal", text, value }]);
});

test("an array constant keeps its rows and blanks", () => {
  expect(args("=ABCCLASS(A1:A9,{0.8,0.95;1,})")[1]).toEqual({
    kind: "array",
    text: "{0.8,0.95;1,}",
    rows: [
      [0.8, 0.95],
      [1, null],
    ],
  });
});

test("nested calls and arithmetic stay text and keep the calls inside", () => {
  const parsed = parseFormula('=ROUNDUP(MAX(0,ROP(A1,IF(B1>0,B1,C1),D1,0.9))*2+LEN("(,"),0)');
  expect(callsIn(parsed).map(({ name }) => name)).toEqual(["ROUNDUP", "MAX", "ROP", "IF", "LEN"]);
  expect(callsIn(parsed).find(({ name }) => name === "ROP")?.args).toHaveLength(4);
  expect(parseFormula("=A1*2")).toEqual({ kind: "calculation", text: "A1*2", calls: [] });
});

test("no arguments, and a bracket never closed", () => {
  expect(args("=NOW()")).toEqual([]);
  expect(args("=EOQ(1300,8")).toHaveLength(2);
});

test("any text is cut without loss and parsed without an exception", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."A1$!'\"[]@#(){},;.:=+- e%é"), maxLength: 40 }),
      (text) => {
        expect(
          tokenize(text)
            .map((token) => token.text)
            .join(""),
        ).toBe(text);
        expect(typeof parseFormula(text).kind).toBe("string");
      },
    ),
  );
});
