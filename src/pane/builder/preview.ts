import { CellError } from "../../functions/cell-error";
import type { FunctionDefinition } from "../../functions/define";
import { evaluate, type Outcome } from "../../functions/evaluate";
import { argumentValue, rawArgument, type ReadReference } from "../formula/argument-values";
import { fieldExpression, type FieldTexts } from "./formula-text";

export interface Preview {
  /** What is wrong with a field, by argument name. */
  readonly problems: Readonly<Record<string, string>>;
  /** Labels of required arguments that are still blank. */
  readonly missing: readonly string[];
  /** The answer with the values of now; absent where it cannot be told outside the sheet. */
  readonly outcome?: Outcome;
  /** Why there is no outcome though nothing is wrong. */
  readonly withheld?: string;
}

const oneArgument = "Write one value or reference here; decimals with a point, such as 0.95.";

/** Checks the fields and calculates the formula with the values its references have now. */
export async function previewOf(
  definition: FunctionDefinition,
  texts: FieldTexts,
  read: ReadReference,
  namespace: string,
): Promise<Preview> {
  const problems: Record<string, string> = {};
  const missing: string[] = [];
  const entries = Object.entries(definition.args);
  const values = await Promise.all(
    entries.map(async ([name, argument]) => {
      const expression = fieldExpression(argument, texts[name] ?? "");
      if (expression === undefined) {
        problems[name] = oneArgument;
        return { kind: "omitted" as const };
      }
      const value = await argumentValue(expression, read, namespace);
      if (value.kind === "unreadable") problems[name] = value.reason;
      if (value.kind === "omitted" && !argument.optional) missing.push(name);
      return value;
    }),
  );
  if (missing.length > 0 || Object.keys(problems).length > 0) return { problems, missing };
  if (values.some(({ kind }) => kind === "calculated")) {
    return {
      problems,
      missing,
      withheld: "A part of the formula is calculated in the sheet, so the answer shows there.",
    };
  }
  if (definition.heavy) {
    return { problems, missing, withheld: "This is a long calculation; the answer shows in the sheet." };
  }
  const outcome = evaluate(definition, values.map(rawArgument));
  return { problems: problemOf(outcome, definition), missing, outcome };
}

/** A message of the functions starts with the argument it is about. */
function problemOf(outcome: Outcome, definition: FunctionDefinition): Record<string, string> {
  const [[cell]] = outcome;
  if (outcome.length > 1 || outcome[0].length > 1 || !(cell instanceof CellError)) return {};
  const name = Object.keys(definition.args).find((candidate) => cell.message.startsWith(`${candidate} `));
  return name === undefined ? {} : { [name]: cell.message };
}
