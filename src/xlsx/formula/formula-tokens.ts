/**
 * word: a name, function, cell or column, with its prefixes ($A$1, SAFETYSTOCK.FILLRATE, _xlfn.SORT, TRUE)
 * sheet: everything up to and with "!" (Plan!, 'My sheet'!, [2]!, 'C:\[b.xlsx]S'!)
 * bracket: a balanced [...] of a structured reference
 */
export type TokenKind =
  | "word"
  | "sheet"
  | "bracket"
  | "text"
  | "number"
  | "error"
  | "space"
  | "open"
  | "close"
  | "separator"
  | "operator";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const SPACE = /[ \t\r\n\u00a0]+/y;
const TEXT = /"(?:[^"]|"")*(?:"|$)/y;
const QUOTED = /'(?:[^']|'')*'!?/y;
const ERROR =
  /#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!)/iy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}_\\$?\u0080-\uffff][\p{L}\p{N}\p{M}_.$?\\\u0080-\uffff]*/uy;
const OPERATOR = /<=|>=|<>|[\s\S]/y;

/**
 * Cuts a formula, without its leading "=", into tokens whose texts joined are the formula again. Any text is
 * accepted: what is not a formula comes out as odd tokens, never as an exception.
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(formula)?.[0];
  };
  const push = (kind: TokenKind, text: string) => {
    tokens.push({ kind, text });
    at += text.length;
  };
  while (at < formula.length) {
    const character = formula[at]!;
    let text: string | undefined;
    if ((text = take(SPACE))) push("space", text);
    else if (character === '"') push("text", take(TEXT)!);
    else if (character === "'" && (text = take(QUOTED))) push(text.endsWith("!") ? "sheet" : "word", text);
    else if ((text = take(ERROR))) push("error", text);
    else if (character === "[") pushBracket(formula, at, push);
    else if ((text = take(NUMBER))) push("number", text);
    else if ((text = take(WORD))) {
      if (formula[at + text.length] === "!") push("sheet", `${text}!`);
      else push("word", text);
    } else if (character === "(" || character === "{") push("open", character);
    else if (character === ")" || character === "}") push("close", character);
    else if (character === "," || character === ";") push("separator", character);
    else push("operator", take(OPERATOR)!);
  }
  return tokens;
}

/** [Column], [[#This Row],[Unit ']cost]], or the book number of another file: [2]!, [2]Sheet1!. */
function pushBracket(formula: string, at: number, push: (kind: TokenKind, text: string) => void): void {
  let depth = 0;
  let end = at;
  for (; end < formula.length; end++) {
    const character = formula[end];
    if (character === "'") end++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) break;
  }
  const bracket = formula.slice(at, end + 1);
  const book = /^\[[^[\]]*\][\p{L}\p{N}_.]*!/u.exec(formula.slice(at, at + bracket.length + 256));
  if (book) push("sheet", book[0]);
  else push("bracket", bracket);
}

/** Index of the token that closes the parenthesis opened at `open`; the last token if it is never closed. */
export function closingIndex(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]!.kind === "open") depth++;
    else if (tokens[i]!.kind === "close" && --depth === 0) return i;
  }
  return tokens.length - 1;
}

export function isFunctionAt(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.kind === "word" && tokens[index + 1]?.text === "(";
}

export function joinTokens(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join("");
}
