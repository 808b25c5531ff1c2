import type { Argument } from "../../functions/arguments";
import type { FunctionDefinition } from "../../functions/define";
import { typedName } from "../formula/function-name";
import { parseFormula, type Expression } from "../formula/parse-formula";

/** What stands in each field of the form, as it will stand in the formula; by argument name. */
export type FieldTexts = Readonly<Record<string, string>>;

/** The formula of the form: optional arguments after the last one used are left out. */
export function formulaText(definition: FunctionDefinition, texts: FieldTexts, namespace: string): string {
  const args = Object.entries(definition.args).map(([name, argument]) =>
    inFormula(argument, texts[name] ?? ""),
  );
  while (args.length > 0 && args[args.length - 1] === "") args.pop();
  return `=${typedName(definition.name, namespace)}(${args.join(", ")})`;
}

/** The field as an expression; undefined where it is not one argument. */
export function fieldExpression(argument: Argument<unknown>, text: string): Expression | undefined {
  const call = parseFormula(`ARGUMENT(${inFormula(argument, text)})`);
  if (call.kind !== "call" || call.text.length !== `ARGUMENT(${inFormula(argument, text)})`.length)
    return undefined;
  if (call.args.length > 1) return undefined;
  return call.args[0] ?? { kind: "omitted", text: "" };
}

/** Text typed without quotes gets them, unless it is meant as a reference. */
function inFormula(argument: Argument<unknown>, text: string): string {
  const trimmed = text.trim().replace(/^=/, "");
  const isCode = argument.shape === "scalar" && !argument.numeric && argument.choices === undefined;
  if (trimmed === "" || !isCode) return trimmed;
  const isReference = /^(".*"|.*[[\]!:#@]+.*|\$?[A-Z]{1,3}\$?\d+|[\d.]+)$/is.test(trimmed);
  return isReference ? trimmed : `"${trimmed.replace(/"/g, '""')}"`;
}

/** A choice as it stands in a formula: TRUE and FALSE bare, other words in quotes. */
export function choiceText(choice: string): string {
  return choice === "TRUE" || choice === "FALSE" ? choice : `"${choice}"`;
}
