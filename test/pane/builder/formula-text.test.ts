import fc from "fast-check";
import { catalogue, findFunction } from "../../../src/functions/catalogue";
import type { FunctionDefinition } from "../../../src/functions/define";
import { formulaText } from "../../../src/pane/builder/formula-text";
import { answerArea, readsItself } from "../../../src/pane/builder/insert-formula";
import { fittingColumns, prefill } from "../../../src/pane/builder/prefill";
import { parseFormula } from "../../../src/pane/formula/parse-formula";

const definitionOf = (name: string) => findFunction(name) as FunctionDefinition;
const eoq = definitionOf("EOQ");

describe("the formula of the form", () => {
  test("leaves out optional arguments after the last one used, keeps those before", () => {
    expect(formulaText(eoq, { demand: "1300", orderCost: " 8 ", unitCost: "B2", multiple: "12" }, "")).toBe(
      "=EOQ(1300, 8, B2, , , 12)",
    );
  });

  test("text gets quotes, a reference does not", () => {
    const toPeriods = definitionOf("TO.PERIODS");
    const texts = (bucket: string) => ({ days: "14", bucket });
    const named = Object.keys(toPeriods.args);
    expect(named.slice(0, 2)).toEqual(["days", "bucket"]);
    expect(formulaText(toPeriods, texts('"W"'), "")).toBe('=TO.PERIODS(14, "W")');
  });

  test("a formula pasted with its equals sign is an argument without it", () => {
    expect(formulaText(eoq, { demand: "=SUM(B2:B9)" }, "")).toBe("=EOQ(SUM(B2:B9))");
  });

  test("whatever numbers and references stand in the fields, the formula reads back as they stand", () => {
    const field = fc.constantFrom(
      "",
      "1300",
      "-0.5",
      "95%",
      "B2",
      "Plan!B2:C9",
      "Items[Lead Time]",
      "{1,2;3,4}",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...catalogue.filter(({ args }) => Object.values(args).every(({ numeric }) => numeric)),
        ),
        fc.array(field, { minLength: 12, maxLength: 12 }),
        (definition, fields) => {
          const names = Object.keys(definition.args);
          const texts = Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ""]));
          const call = parseFormula(formulaText(definition, texts, ""));
          const read = call.kind === "call" ? call.args.map(({ text }) => text) : undefined;
          const typed = names.map((name) => texts[name]);
          while (typed.length > 0 && typed[typed.length - 1] === "") typed.pop();
          expect(read).toEqual(typed);
        },
      ),
    );
  });
});

describe("columns that fit an argument", () => {
  const tables = [
    { name: "Items", columns: ["Item", "Std Cost", "Lead Time", "Odd [name]"] },
    { name: "Suppliers", columns: ["LEADTIME"] },
  ];

  test("have its name, whatever capitals and spaces, or one that means the same", () => {
    expect(fittingColumns("leadTime", tables)).toEqual(["Items[Lead Time]", "Suppliers[LEADTIME]"]);
    expect(fittingColumns("unitCost", tables)).toEqual(["Items[Std Cost]"]);
    expect(fittingColumns("mean", tables)).toEqual([]);
  });

  test("with brackets in the name are written as Excel wants them", () => {
    expect(fittingColumns("oddName", tables)).toEqual(["Items[Odd '[name']]"]);
  });

  test("optional arguments are left to their default", () => {
    const both = [{ name: "Items", columns: ["demand", "moq"] }];
    expect(prefill(eoq, undefined, both)).toEqual({ demand: "Items[demand]" });
  });

  test("one selected cell is the target, not the data", () => {
    const ses = definitionOf("FORECAST.SES");
    expect(prefill(ses, { address: "Plan!B2", cells: 1 }, [])).toEqual({});
    expect(Object.values(prefill(ses, { address: "Plan!B2:B9", cells: 8 }, []))).toEqual(["Plan!B2:B9"]);
  });
});

describe("the place of the answer", () => {
  test.each([
    ["=EOQ(B2, 1)", "Plan!B2", true],
    ["=EOQ(A1:C9, 1)", "Plan!B2", true],
    ["=EOQ(Other!B2, 1)", "Plan!B2", false],
    ["=EOQ(B3, 1)", "Plan!B2:C9", false],
    ["=EOQ(Items[Cost], 1)", "Plan!B2", false],
  ])("%s in %s reads itself: %s", (formula, target, itself) =>
    expect(readsItself(formula, target)).toBe(itself),
  );

  test("runs down and right from the target", () => {
    expect(
      answerArea("Plan!B2:C3", [
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ).toBe("Plan!B2:C4");
    expect(answerArea("Plan!B2", undefined)).toBe("Plan!B2");
  });
});
