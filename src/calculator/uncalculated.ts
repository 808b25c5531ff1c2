import { storedParameters } from "../xlsx/formula/formula-scopes";
import { isFunctionAt, tokenize } from "../xlsx/formula/formula-tokens";
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
    if (!isFunctionAt(tokens, i) || parameters.has(i)) continue;
    const name = tokens[i].text.replace(prefixes, "").toUpperCase();
    if (inTheLanguage.has(name) || surroundings.names.has(name.toLowerCase())) continue;
    if (!functions.has(name)) return `the function ${name} is not known`;
    if (functions.from1904 && functions.isDateFunction(name)) {
      return `${name} is not calculated in a workbook that counts days from 1904`;
    }
  }
  return undefined;
}
