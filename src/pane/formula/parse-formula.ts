import { tokenize, type Token } from "./formula-tokens";

export type Literal = number | string | boolean;

/** A formula read as far as explaining it needs: calls with their arguments; arithmetic stays text. */
export type Expression =
  | { readonly kind: "omitted"; readonly text: string }
  | { readonly kind: "literal"; readonly text: string; readonly value: Literal }
  | { readonly kind: "array"; readonly text: string; readonly rows: readonly (readonly (Literal | null)[])[] }
  | { readonly kind: "reference"; readonly text: string }
  | Call
  /** Arithmetic or anything else that only the sheet can calculate, with the calls found inside it. */
  | { readonly kind: "calculation"; readonly text: string; readonly calls: readonly Call[] };

export interface Call {
  readonly kind: "call";
  readonly text: string;
  readonly name: string;
  readonly args: readonly Expression[];
}

/** Reads a formula as typed in a cell, with or without its leading "=". Never throws. */
export function parseFormula(formula: string): Expression {
  return parseTokens(tokenize(formula.trim().replace(/^=/, "")));
}

/** Every call in a formula, outermost first. */
export function callsIn(expression: Expression): Call[] {
  if (expression.kind === "call") return [expression, ...expression.args.flatMap(callsIn)];
  return expression.kind === "calculation" ? expression.calls.flatMap(callsIn) : [];
}

function parseTokens(all: readonly Token[]): Expression {
  const tokens = trim(all);
  const text = join(tokens);
  if (tokens.length === 0) return { kind: "omitted", text };
  const value = literalOf(tokens);
  if (value !== undefined) return { kind: "literal", text, value };
  if (isReference(tokens)) return { kind: "reference", text };
  if (tokens[0].text === "{" && closingIndex(tokens, 0) === tokens.length - 1) return arrayOf(tokens, text);
  if (isCallAt(tokens, 0) && closingIndex(tokens, 1) === tokens.length - 1) return callAt(tokens, 0);
  return { kind: "calculation", text, calls: outermostCalls(tokens) };
}

function callAt(tokens: readonly Token[], start: number): Call {
  const end = closingIndex(tokens, start + 1);
  const inside = tokens.slice(start + 2, tokens[end].text === ")" ? end : end + 1);
  const args = trim(inside).length === 0 ? [] : split(inside, ",").map(parseTokens);
  return { kind: "call", text: join(tokens.slice(start, end + 1)), name: tokens[start].text, args };
}

function outermostCalls(tokens: readonly Token[]): Call[] {
  const calls: Call[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isCallAt(tokens, i)) continue;
    calls.push(callAt(tokens, i));
    i = closingIndex(tokens, i + 1);
  }
  return calls;
}

function arrayOf(tokens: readonly Token[], text: string): Expression {
  const rows = split(tokens.slice(1, -1), ";").map((row) => split(row, ",").map((cell) => trim(cell)));
  const values = rows.map((row) => row.map((cell) => (cell.length === 0 ? null : literalOf(cell))));
  if (values.flat().includes(undefined)) return { kind: "calculation", text, calls: [] };
  return { kind: "array", text, rows: values as (Literal | null)[][] };
}

function literalOf(tokens: readonly Token[]): Literal | undefined {
  const text = join(tokens);
  if (tokens.length === 1 && tokens[0].kind === "text") return unquote(text);
  if (/^(true|false)$/i.test(text)) return /^true$/i.test(text);
  const percent = text.endsWith("%");
  const digits = percent ? text.slice(0, -1) : text;
  const isNumber = /^[+-]?\s*(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits);
  return isNumber ? Number(digits.replace(/\s/g, "")) / (percent ? 100 : 1) : undefined;
}

function unquote(text: string): string {
  return text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined).replace(/""/g, '"');
}

/** A1, $A$1:B9, Plan!A:A, 'My sheet'!A1#, Items[ACV], Items[@Cost], [@Cost], a defined name. */
function isReference(tokens: readonly Token[]): boolean {
  const text = tokens
    .map(({ kind, text }) => (kind === "bracket" ? "[]" : kind === "sheet" ? "!" : text))
    .join("");
  const part = "(!?(\\[\\]|[\\p{L}_$\\\\][\\p{L}\\p{N}_.$?\\\\]*(\\[\\])?|\\$?\\d+))";
  return new RegExp(`^@?${part}(#|:${part})?$`, "u").test(text);
}

function isCallAt(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.kind === "name" && tokens[index + 1]?.text === "(";
}

function depthChange({ kind, text }: Token): number {
  if (kind !== "symbol") return 0;
  return text === "(" || text === "{" ? 1 : text === ")" || text === "}" ? -1 : 0;
}

/** Where the bracket opened at `open` closes; the last token if it never does. */
function closingIndex(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    depth += depthChange(tokens[i]);
    if (depth === 0) return i;
  }
  return tokens.length - 1;
}

function split(tokens: readonly Token[], separator: string): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (depth === 0 && token.kind === "symbol" && token.text === separator) parts.push([]);
    else parts[parts.length - 1].push(token);
  }
  return parts;
}

function trim(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = tokens.length;
  while (start < end && tokens[start].kind === "space") start++;
  while (end > start && tokens[end - 1].kind === "space") end--;
  return tokens.slice(start, end);
}

function join(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}
