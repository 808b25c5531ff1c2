import { formulasToFreeze } from "../../../src/analyses/sharing/formulas-to-freeze";

const usesOurs = (formula: string) => /SAFETYSTOCK\(|ROP\(/i.test(formula.replace(/"[^"]*"/g, ""));
const chosen = (cells: Record<string, string>, names: Record<string, string> = {}) =>
  formulasToFreeze(
    {
      cells: Object.entries(cells).map(([address, formula]) => ({ address, formula })),
      names: Object.entries(names).map(([name, formula]) => ({ name, formula })),
    },
    usesOurs,
  ).map(({ address, reason }) => [address, reason]);

test("formulas of ours, mixed ones too, and not those of Excel", () => {
  expect(
    chosen({
      "Plan!A1": "=SAFETYSTOCK(1,2,3,0.9)",
      "Plan!A2": "=ROUNDUP(SAFETYSTOCK(1,2,3,0.9)*2,0)",
      "Plan!A3": "=LET(s,ROP(1,2,3,0.9),s*2)",
      "Plan!A4": '="SAFETYSTOCK("&A1',
      "Plan!A5": "=SUM(A1:A3)",
    }).map(([address]) => address),
  ).toEqual(["Plan!A1", "Plan!A2", "Plan!A3"]);
});

test("readers of a spilled answer by A1#, through other sheets and other readers, and not of Excel's own spills", () => {
  expect(
    chosen({
      "Plan!B2": "=SAFETYSTOCK(A2:A9,1,1,0.9)",
      "Plan!C2": "=SUM($B$2#)",
      "Plan!D2": "=B2#*2",
      "'My sheet'!A1": "=MAX(Plan!D2#)",
      "'My sheet'!A2": "=MAX(B2#)",
      "'My sheet'!B2": "=SEQUENCE(3)",
      "Plan!E2": "=SUM(B2:B9)",
      "Plan!F2": '="B2#"',
    }),
  ).toEqual([
    ["Plan!B2", "uses a function of Stockbook"],
    ["Plan!C2", "reads the spilled answer plan!b2#"],
    ["Plan!D2", "reads the spilled answer plan!b2#"],
    ["'My sheet'!A1", "reads the spilled answer plan!d2#"],
  ]);
});

test("formulas that reach ours by a defined name, or a spilled answer by one", () => {
  expect(
    chosen(
      {
        "Plan!A1": "=Buffer(2)",
        "Plan!A2": "=SUM(Answer)",
        "Plan!A3": "=SUM(Anchor#)",
        "Plan!A4": "=Rate*2",
        "Plan!B2": "=ROP(A2:A9,1,1,0.9)",
      },
      {
        Buffer: "=LAMBDA(x,SAFETYSTOCK(x,1,1,0.9))",
        Answer: "=Plan!$B$2#",
        Anchor: "=Plan!$B$2",
        Rate: "=Plan!$C$1",
      },
    ),
  ).toEqual([
    ["Plan!A1", "uses the name buffer"],
    ["Plan!A2", "uses the name answer"],
    ["Plan!A3", "reads the spilled answer plan!b2#"],
    ["Plan!B2", "uses a function of Stockbook"],
  ]);
});
