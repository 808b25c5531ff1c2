import {
  defaultRules,
  ruleFor,
  validateClass,
  verdicts,
  type ValidationRule,
  type Verdict,
} from "../../engine/segmentation";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { number, optional, text, type TableArgument } from "../arguments";
import { CellError } from "../cell-error";
import type { Cell } from "../cells";
import { defineFunction, value } from "../define";
import { usedRows } from "../matrix-arguments";

export const classValidate = defineFunction({
  name: "CLASS.VALIDATE",
  family: "segmentation",
  summary: "Checks a class given by value against criticality and supply risk: OK, UPGRADE or REVIEW.",
  notes: [
    "Criticality is V vital, E essential, D desirable; supply risk 1 to 5, where 4 and 5 are single-source or worse. A blank is not known and triggers nothing.",
    "Rules: C and V, C and risk 4 or 5, B and V and risk 4 or 5 are UPGRADE; B and V, B and risk 4 or 5, C and E and risk 3 or more are REVIEW.",
    "Rules of your own are rows of four columns: classes (such as BC), criticalities (such as VE), supply risk from, verdict; a blank matches all, the first row that matches decides, none is OK.",
  ],
  args: {
    abc: text("Class: A, B or C"),
    criticality: optional(text("Criticality: V, E or D"), ""),
    supplyRisk: optional(number("Supply risk", "1 to 5", { min: 1, max: 5 }), NaN as number),
    rules: optional(ruleTable(), undefined, "the rules in the notes"),
  },
  vector: true,
  returns: value("Verdict", "OK, UPGRADE or REVIEW"),
  source: cite("flores-whybark-1986", "multiple criteria ABC analysis"),
  examples: [
    { args: ["C", "V", 1], returns: "UPGRADE", from: "cheap, but the plant stands still without it" },
    { args: ["C", "D", 5], returns: "UPGRADE", from: "one supplier, cheap to hold" },
    { args: ["C", "D", 2], returns: "OK", from: "neither" },
    {
      args: [
        [["A"], ["B"], ["C"]],
        [["V"], ["V"], ["E"]],
        [[5], [2], [3]],
      ],
      returns: [["OK"], ["REVIEW"], ["REVIEW"]],
      from: "one verdict an item",
    },
    { args: ["C", "D", 2, [["C", null, null, "REVIEW"]]], returns: "REVIEW", from: "a rule of one's own" },
  ],
  run: ({ rules, ...item }) => validateClass(upperCase(item), rules),
  explain: ({ rules, ...item }) => {
    const rule = ruleFor(upperCase(item), rules ?? defaultRules);
    return [
      {
        label: "Rule that applies",
        formula: rule === undefined ? "none" : said(rule),
        result: validateClass(upperCase(item), rules),
      },
    ];
  },
});

function upperCase({
  abc,
  criticality,
  supplyRisk,
}: {
  abc: string;
  criticality: string;
  supplyRisk: number;
}) {
  return { abc: abc.toUpperCase(), criticality: criticality.toUpperCase().slice(0, 1), supplyRisk };
}

function said({ classes, criticalities, riskFrom }: ValidationRule): string {
  const parts = [
    classes === "" ? "any class" : `class ${[...classes].join(" or ")}`,
    criticalities === "" ? "any criticality" : `criticality ${[...criticalities].join(" or ")}`,
    riskFrom <= 1 ? "any supply risk" : `supply risk ${riskFrom} or more`,
  ];
  return parts.join(", ");
}

function ruleTable(): TableArgument<readonly ValidationRule[]> {
  return {
    shape: "table",
    label: "Rules: classes, criticalities, supply risk from, verdict",
    unit: "four columns",
    rule: "four columns: classes, criticalities, supply risk from, OK, UPGRADE or REVIEW",
    optional: false,
    defaultText: "",
    numeric: false,
    parse: (cells, name) => {
      if (cells[0].length !== 4) throw invalidInput(name, "must have four columns", cells[0].length);
      const rows = cells.slice(0, usedRows(cells));
      const header = verdictOf(rows[0][3]) === undefined && rows.length > 1 ? 1 : 0;
      return rows.slice(header).map((row, i) => readRule(row, `${name} in row ${i + header + 1}`));
    },
  };
}

function readRule(row: readonly Cell[], name: string): ValidationRule {
  for (const cell of row) if (cell instanceof CellError) throw cell;
  const verdict = verdictOf(row[3]);
  if (verdict === undefined) throw invalidInput(name, "must end with OK, UPGRADE or REVIEW", row[3]);
  const risk = row[2] ?? 1;
  if (typeof risk !== "number") throw invalidInput(name, "must have a number as supply risk", risk);
  const letters = (cell: Cell) =>
    String(cell ?? "")
      .toUpperCase()
      .replace(/[^A-Z]/g, "");
  return { classes: letters(row[0]), criticalities: letters(row[1]), riskFrom: risk, verdict };
}

function verdictOf(cell: Cell): Verdict | undefined {
  const text = String(cell).trim().toUpperCase();
  return verdicts.find((verdict) => verdict === text);
}
