import { closingIndex, isFunctionAt, type Token } from "./formula-tokens";

interface Scope {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The stored text, by token index, of names declared by LET or LAMBDA: Excel writes them _xlpm.name,
 * and the declaration of an optional parameter, typed [name], _xlop.name.
 */
export function storedParameters(tokens: readonly Token[]): Map<number, string> {
  const stored = new Map<number, string>();
  const scopes: Scope[] = [];
  tokens.forEach((token, index) => {
    if (!isFunctionAt(tokens, index)) return;
    const name = token.text.replace(/^_xlfn\./i, "").toUpperCase();
    if (name !== "LET" && name !== "LAMBDA") return;
    const to = closingIndex(tokens, index + 1);
    const starts = argumentStarts(tokens, index + 1, to);
    starts.slice(0, -1).forEach((start, position) => {
      if (name === "LET" && position % 2 === 1) return;
      let at = start;
      while (tokens[at]?.kind === "space") at++;
      const declared = tokens[at];
      if (declared?.kind === "word" && !/^_xl[po][mp]\./i.test(declared.text))
        scopes.push({ name: declared.text.toUpperCase(), from: index, to });
      else if (declared?.kind === "bracket" && name === "LAMBDA") {
        const optional = declared.text.slice(1, -1).trim();
        stored.set(at, `_xlop.${optional}`);
        scopes.push({ name: optional.toUpperCase(), from: index, to });
      }
    });
  });
  for (const scope of scopes)
    for (let i = scope.from; i <= scope.to; i++) {
      const { kind, text } = tokens[i]!;
      if (kind === "word" && text.toUpperCase() === scope.name) stored.set(i, `_xlpm.${text}`);
    }
  return stored;
}

function argumentStarts(tokens: readonly Token[], open: number, close: number): number[] {
  const starts = [open + 1];
  let depth = 0;
  for (let i = open; i < close; i++) {
    if (tokens[i]!.kind === "open") depth++;
    else if (tokens[i]!.kind === "close") depth--;
    else if (tokens[i]!.kind === "separator" && depth === 1) starts.push(i + 1);
  }
  return starts;
}
