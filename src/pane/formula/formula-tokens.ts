/** Pieces of a formula whose texts joined are the formula again. */
export interface Token {
  readonly kind: "space" | "text" | "number" | "error" | "name" | "sheet" | "bracket" | "symbol";
  readonly text: string;
}

const patterns: readonly [Token["kind"], RegExp][] = [
  ["space", /\s+/y],
  ["text", /"(?:[^"]|"")*(?:"|$)/y],
  ["sheet", /'(?:[^']|'')*'!/y],
  ["error", /#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|BUSY!|GETTING_DATA)/iy],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy],
  ["sheet", /[\p{L}_\\][\p{L}\p{N}_.\\]*!/uy],
  ["name", /[\p{L}_$\\][\p{L}\p{N}_.$?\\]*/uy],
  ["symbol", /[\s\S]/y],
];

/** Any text is accepted; what is not a formula comes out as odd symbols. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length; at += tokens[tokens.length - 1].text.length) {
    tokens.push(formula[at] === "[" ? bracketAt(formula, at) : tokenAt(formula, at));
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text) return { kind, text };
  }
  return { kind: "symbol", text: formula[at] };
}

/** The balanced [...] of a structured reference; an apostrophe lets the next character stand for itself. */
function bracketAt(formula: string, at: number): Token {
  let depth = 0;
  let end = at;
  for (; end < formula.length; end++) {
    if (formula[end] === "'") end++;
    else if (formula[end] === "[") depth++;
    else if (formula[end] === "]" && --depth === 0) break;
  }
  return { kind: "bracket", text: formula.slice(at, end + 1) };
}
