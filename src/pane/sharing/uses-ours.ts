import { findFunction, unprefixedCatalogue } from "../../functions/catalogue";
import { plainName } from "../formula/function-name";
import { tokenize } from "../formula/formula-tokens";

/** As files have our functions, and as Excel shows them where the add-in was not there when the workbook was opened. */
const stored = /^_xldudf_/i;
const bare = new Set(unprefixedCatalogue.map(({ name }) => name));

/** Whether a formula calls a function of ours, under the names this add-in was built with. */
export function usesOurs(formula: string, namespace: string): boolean {
  const tokens = tokenize(formula);
  return tokens.some(({ kind, text }, i) => {
    if (kind !== "name" || tokens[i + 1]?.text !== "(") return false;
    if (stored.test(text)) return true;
    if (namespace === "") return bare.has(text.toUpperCase());
    const plain = plainName(text, namespace);
    return plain !== text.toUpperCase() && findFunction(plain) !== undefined;
  });
}
