import { storedParameters } from "./formula-scopes";
import { closingIndex, isFunctionAt, joinTokens, tokenize, type Token } from "./formula-tokens";
import { FunctionNames } from "./function-names";
import { storedPrefix } from "./future-functions";
import { storedThisRow, typedThisRow } from "./structured-reference";

export interface StoredFormula {
  /** Text for the file, without "=". */
  readonly text: string;
  /** It calls at least one of our functions, so it must be stored as a dynamic array. */
  readonly custom: boolean;
}

/** Excel itself stops at 8,192 characters; longer text is left alone. */
const LONGEST = 32_768;

/** Translates formulas between what a person types ("=ROP(A1#)") and what Excel stores ("_xldudf_ROP(_xlfn.ANCHORARRAY(A1))"). */
export class FormulaCodec {
  readonly names: FunctionNames;

  constructor(names: readonly string[], options: { readonly namespace?: string } = {}) {
    this.names = new FunctionNames(names, options.namespace);
  }

  static of(names: FormulaCodec | readonly string[]): FormulaCodec {
    return names instanceof FormulaCodec ? names : new FormulaCodec(names);
  }

  /** The typed form, with "=". */
  decode(stored: string): string {
    if (stored.length > LONGEST) return `=${stored}`;
    if (!this.names.hasNamespace && !/_xl|\[#This Row\]/i.test(stored)) return `=${stored}`;
    return `=${this.#decode(tokenize(stored))}`;
  }

  /**
   * The stored form of a typed formula, with or without "=".
   * `table` names the Excel table the cell lies in, for references like [@Cost] that leave it out.
   */
  encode(typed: string, table?: string): StoredFormula {
    const formula = typed.startsWith("=") ? typed.slice(1) : typed;
    if (formula.length > LONGEST) return { text: formula, custom: false };
    const tokens = tokenize(formula);
    const parameters = storedParameters(tokens);
    let custom = false;
    const words = tokens.map((token, index): Token => {
      const parameter = parameters.get(index);
      if (parameter !== undefined) return { kind: "word", text: parameter };
      if (token.kind === "bracket") {
        const text = storedThisRow(token.text);
        const implied = text !== token.text && table !== undefined && tokens[index - 1]?.kind !== "word";
        return { ...token, text: implied ? table + text : text };
      }
      if (token.kind !== "word") return token;
      if (!isFunctionAt(tokens, index)) return token;
      const ours = this.names.fromTyped(token.text) ?? this.names.fromStored(token.text);
      if (ours !== undefined) {
        custom = true;
        return { ...token, text: this.names.toStored(ours) };
      }
      const upper = token.text.toUpperCase();
      const prefix = storedPrefix(upper);
      return prefix === "" ? token : { ...token, text: prefix + upper };
    });
    return { text: encodeOperators(words), custom };
  }

  /** The formula calls one of our functions by its plain name, which Excel would show as #NAME? for ever. */
  hasPlainCalls(stored: string): boolean {
    const tokens = tokenize(stored);
    return tokens.some(
      ({ text }, index) => isFunctionAt(tokens, index) && this.names.fromTyped(text) !== undefined,
    );
  }

  #decode(tokens: readonly Token[]): string {
    let typed = "";
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.kind === "bracket") typed += typedThisRow(token.text);
      else if (token.kind === "sheet" && this.#isOurs(tokens, i + 1)) continue;
      else if (token.kind !== "word") typed += token.text;
      else if (isFunctionAt(tokens, i)) {
        const close = closingIndex(tokens, i + 1);
        const operator = this.#decodeOperator(token.text, tokens.slice(i + 2, close));
        if (operator !== undefined && tokens[close]!.kind === "close") {
          typed += operator;
          i = close;
        } else typed += this.#decodeFunction(token.text);
      } else typed += token.text.replace(/^_xlpm\./i, "").replace(/^_xlop\.(.*)$/i, "[$1]");
    }
    return typed;
  }

  /** Damaged files say [2]!_xldudf_X( as if our function lived in another workbook. */
  #isOurs(tokens: readonly Token[], index: number): boolean {
    return isFunctionAt(tokens, index) && this.names.fromStored(tokens[index]!.text) !== undefined;
  }

  #decodeFunction(word: string): string {
    const ours = this.names.fromStored(word) ?? this.names.withoutNamespace(word);
    if (ours !== undefined) return ours;
    const bare = word.replace(/^(?:_xlfn\.)?(?:_xlws\.|_xlpm\.)?/i, "");
    // A built-in that shares its name with one of ours keeps its prefix: it is not ours.
    return this.names.fromTyped(bare) === undefined ? bare : word;
  }

  #decodeOperator(word: string, argument: readonly Token[]): string | undefined {
    const name = word.toUpperCase();
    if (name === "_XLFN.ANCHORARRAY") {
      const [first, second] = argument;
      const reference = argument.length === 2 && first!.kind === "sheet" ? second! : first;
      const simple = argument.length === 1 || reference === second;
      return simple && reference?.kind === "word" ? `${joinTokens(argument)}#` : undefined;
    }
    if (name !== "_XLFN.SINGLE") return undefined;
    const inner = this.#decode(argument);
    return operandEnd(argument, 0) === argument.length && argument[0]?.kind !== "open"
      ? `@${inner}`
      : `@(${inner})`;
  }
}

/** Rewrites A1# and @x, which the file format has as function calls. */
function encodeOperators(tokens: readonly Token[]): string {
  let stored = "";
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.text === "@" && token.kind === "operator") {
      let start = i + 1;
      while (tokens[start]?.kind === "space") start++;
      const end = operandEnd(tokens, start);
      if (end > start) {
        const grouped = tokens[start]!.text === "(" && closingIndex(tokens, start) === end - 1;
        const operand = grouped ? tokens.slice(start + 1, end - 1) : tokens.slice(start, end);
        stored += `_xlfn.SINGLE(${encodeOperators(operand)})`;
        i = end - 1;
        continue;
      }
    }
    const reference = token.kind === "sheet" ? i + 1 : i;
    if (tokens[reference]?.kind === "word" && isSpillMark(tokens[reference + 1])) {
      stored += `_xlfn.ANCHORARRAY(${joinTokens(tokens.slice(i, reference + 1))})`;
      i = reference + 1;
    } else stored += token.text;
  }
  return stored;
}

function isSpillMark(token: Token | undefined): boolean {
  return token?.kind === "operator" && token.text === "#";
}

/** Index after the operand that starts at `start`: a reference, range, name, call or parenthesis; `start` if there is none. */
function operandEnd(tokens: readonly Token[], start: number): number {
  let at = start;
  if (tokens[at]?.kind === "sheet") at++;
  const first = tokens[at];
  if (first?.text === "@") {
    const end = operandEnd(tokens, at + 1);
    return end > at + 1 ? end : start;
  }
  if (first?.text === "(") at = closingIndex(tokens, at) + 1;
  else if (first?.kind === "bracket") at++;
  else if (first?.kind === "number" && tokens[at + 1]?.text === ":") at++;
  else if (first?.kind === "word") {
    at++;
    if (tokens[at]?.text === "(") at = closingIndex(tokens, at) + 1;
    else if (tokens[at]?.kind === "bracket") at++;
  } else return start;
  if (isSpillMark(tokens[at])) at++;
  if (tokens[at]?.kind === "operator" && tokens[at]!.text === ":") {
    const end = operandEnd(tokens, at + 1);
    if (end > at + 1) return end;
    if (tokens[at + 1]?.kind === "number") return at + 2;
  }
  return at;
}

/** One formula; for many, keep a FormulaCodec. */
export function encodeFormula(formula: string, names: readonly string[], namespace?: string): string {
  return new FormulaCodec(names, { namespace }).encode(formula).text;
}

export function decodeFormula(formula: string, names: readonly string[], namespace?: string): string {
  return new FormulaCodec(names, { namespace }).decode(formula);
}
