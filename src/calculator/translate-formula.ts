import { storedParameters } from "../xlsx/formula/formula-scopes";
import { closingIndex, isFunctionAt, joinTokens, tokenize, type Token } from "../xlsx/formula/formula-tokens";
import type { FormulaPlace } from "./structured-references";
import { FormulaRefused, replaceNames, type Surroundings } from "./names-in-formula";
import { withKnownSheets } from "./sheet-references";

/** A formula the engine calculates rightly, or the reason why it is not given to it. */
export type Translation =
  | { readonly formula: string; readonly refused?: undefined }
  | { readonly refused: string; readonly formula?: undefined };

/** Only formulas with one of these, or a name of the workbook, need a closer look. */
const suspicious = /[[#@:! ]|\([^()]*,|_xl|choose/i;
const deepestName = 20;
const words = /[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

export function needsTranslation(formula: string, { tables, names }: Surroundings): boolean {
  if (suspicious.test(formula)) return true;
  if (tables.size === 0 && names.size === 0) return false;
  return wordsOf(formula).some((word) => tables.has(word) || names.has(word));
}

/** Whatever in a formula may be a name, in lower case. */
export function wordsOf(formula: string): string[] {
  return (formula.match(words) ?? []).map((word) => word.toLowerCase());
}

/**
 * The formula in words the engine knows: no file prefixes, tables and names as A1, sheets that are there, A1# and @ as functions.
 * What the engine would silently get wrong is refused.
 */
export function translateFormula(
  formula: string,
  place: FormulaPlace,
  surroundings: Surroundings,
): Translation {
  try {
    const tokens = tokenize(formula.startsWith("=") ? formula.slice(1) : formula);
    return { formula: `=${joinTokens(translateTokens(tokens, place, surroundings, 0))}` };
  } catch (thrown) {
    if (thrown instanceof FormulaRefused) return { refused: thrown.message };
    throw thrown;
  }
}

/** The steps for a formula, or for the definition of a name inside one. */
export function translateTokens(
  tokens: readonly Token[],
  place: FormulaPlace,
  surroundings: Surroundings,
  depth: number,
): Token[] {
  refuseTraps(tokens, surroundings.sheets);
  const unprefixed = tokens.map((token) => (token.kind === "word" ? withoutPrefix(token) : token));
  const plain = withKnownSheets(unprefixed, surroundings.sheets);
  const expand = (definition: readonly Token[]) => {
    if (depth >= deepestName) throw new FormulaRefused("a name that is defined by itself is not calculated");
    return translateTokens(definition, place, surroundings, depth + 1);
  };
  return operatorsAsFunctions(replaceNames(plain, storedParameters(plain), place, surroundings, expand));
}

function refuseTraps(tokens: readonly Token[], sheets: Surroundings["sheets"]): void {
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i];
    if (kind === "sheet") {
      if (text.includes("[")) throw new FormulaRefused("a reference to another workbook is not calculated");
      const inQuotes = text.startsWith("'") && text.includes(":");
      const acrossSheets = tokens[i - 1]?.text === ":" && sheets.has(tokens[i - 2]?.text.toLowerCase() ?? "");
      if (inQuotes || acrossSheets) {
        throw new FormulaRefused("a reference across several sheets (3-D) is not calculated");
      }
    }
    if (kind === "space" && isOperandEnd(tokens[i - 1]) && isOperandStart(tokens[i + 1])) {
      throw new FormulaRefused("the intersection of two references is not calculated");
    }
    if (isUnion(tokens, i)) throw new FormulaRefused("the union of two references is not calculated");
    if (isFunctionAt(tokens, i) && /^(?:_xlfn\.)?choose$/i.test(text) && nextSolid(tokens, i + 2) === "{") {
      throw new FormulaRefused("CHOOSE with an array of indexes is not calculated");
    }
  }
}

function isOperandEnd(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "word" || token.kind === "bracket" || token.text === ")");
}

function isOperandStart(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "word" || token.kind === "sheet");
}

/** A comma inside parentheses that are not those of a call. */
function isUnion(tokens: readonly Token[], separator: number): boolean {
  if (tokens[separator].text !== ",") return false;
  let depth = 0;
  for (let i = separator - 1; i >= 0; i--) {
    if (tokens[i].kind === "close") depth++;
    else if (tokens[i].kind === "open" && depth-- === 0) {
      const before = tokens[i - 1];
      return tokens[i].text === "(" && before?.kind !== "word" && before?.text !== ")";
    }
  }
  return false;
}

function nextSolid(tokens: readonly Token[], from: number): string | undefined {
  let i = from;
  while (tokens[i]?.kind === "space") i++;
  return tokens[i]?.text;
}

function withoutPrefix(token: Token): Token {
  const text = token.text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xlop\.)+/i, "");
  return text === token.text ? token : { ...token, text };
}

/** A1# becomes ANCHORARRAY(A1) and @x becomes SINGLE(x). */
function operatorsAsFunctions(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token.text === "#" && token.kind === "operator" && out.length > 0) {
      const operand = joinTokens(out.splice(startOfOperand(out)));
      out.push({ kind: "word", text: `ANCHORARRAY(${operand})` });
    } else if (token.text === "@" && token.kind === "operator") {
      const end = endOfOperand(tokens, i + 1);
      const operand = joinTokens(operatorsAsFunctions(tokens.slice(i + 1, end)));
      out.push({ kind: "word", text: `SINGLE(${operand})` });
      i = end - 1;
    } else out.push(token);
  }
  return out;
}

function startOfOperand(out: readonly Token[]): number {
  const last = out.length - 1;
  return out[last - 1]?.kind === "sheet" ? last - 1 : last;
}

/** One reference, range, call or parenthesis: what "@" applies to. */
function endOfOperand(tokens: readonly Token[], from: number): number {
  let i = from;
  while (tokens[i]?.kind === "space") i++;
  if (tokens[i]?.kind === "sheet") i++;
  if (tokens[i]?.text === "(") return closingIndex(tokens, i) + 1;
  if (isFunctionAt(tokens, i)) i = closingIndex(tokens, i + 1) + 1;
  else i++;
  if (tokens[i]?.text === "#") i++;
  return tokens[i]?.text === ":" ? endOfOperand(tokens, i + 1) : i;
}
