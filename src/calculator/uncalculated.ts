import { storedParameters } from "../xlsx/formula/formula-scopes";
import { parseCell } from "../xlsx/a1";
import { isFunctionAt, tokenize, type Token } from "../xlsx/formula/formula-tokens";
import type { Surroundings } from "./names-in-formula";
import type { FormulaPlace } from "./structured-references";
import { translateFormula } from "./translate-formula";

export interface KnownFunctions {
  readonly has: (name: string) => boolean;
  /** Days are counted from 1904, which the engine's date functions do not. */
  readonly from1904?: boolean;
  readonly isDateFunction: (name: string) => boolean;
}

const inTheLanguage = new Set(["LET", "LAMBDA"]);
const prefixes = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xlop\.)+/i;
const storedPrefix = /^_xl(?:d?udf)_/i;

/** Why a formula is not calculated: something in it is unknown, or known to come out wrong. */
export function whyUncalculated(
  formula: string,
  place: FormulaPlace,
  surroundings: Surroundings,
  functions: KnownFunctions,
): string | undefined {
  const { refused } = translateFormula(formula, place, surroundings);
  if (refused !== undefined) return refused;
  const tokens = tokenize(formula.replace(/^=/, ""));
  const parameters = storedParameters(tokens);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind !== "word" || parameters.has(i)) continue;
    const name = tokens[i].text.replace(prefixes, "");
    const key = name.toLowerCase();
    if (surroundings.names.has(key) || surroundings.tables.has(key)) continue;
    const reason = isFunctionAt(tokens, i)
      ? whyFunction(name.toUpperCase(), functions)
      : isReference(tokens, i)
        ? undefined
        : `the name ${name} is not known`;
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function whyFunction(name: string, functions: KnownFunctions): string | undefined {
  if (inTheLanguage.has(name)) return undefined;
  if (!functions.has(name)) return `the function ${name.replace(storedPrefix, "")} is not known`;
  if (functions.from1904 && functions.isDateFunction(name)) {
    return `${name} is not calculated in a workbook that counts days from 1904`;
  }
  return undefined;
}

/** A cell, the end of a range of whole columns or rows, or a logical value. */
function isReference(tokens: readonly Token[], index: number): boolean {
  const { text } = tokens[index];
  if (parseCell(text) !== undefined || /^(?:true|false)$/i.test(text)) return true;
  const inRange = tokens[index - 1]?.text === ":" || tokens[index + 1]?.text === ":";
  const besideSheet = tokens[index - 1]?.kind === "sheet" && tokens[index + 1]?.text === ":";
  return (inRange || besideSheet) && /^\$?(?:[a-z]{1,3}|\d+)$/i.test(text);
}

/** Whether a formula calls one of these functions, given in capitals. */
export function callsAny(formula: string, names: ReadonlySet<string>): boolean {
  const tokens = tokenize(formula.replace(/^=/, ""));
  return tokens.some(({ text }, i) => isFunctionAt(tokens, i) && names.has(text.toUpperCase()));
}
