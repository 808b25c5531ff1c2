import { closingIndex, isFunctionAt, type Token } from "../xlsx/formula/formula-tokens";
import { noSuchReference, quoteSheet } from "./structured-references";

/**
 * The engine takes capitals in names of sheets for others, and reads what it does not find from the formula's own sheet. Sheets are written
 * as they are called, and a reference to one that is not there, or no longer, is #REF!.
 */
export function withKnownSheets(tokens: readonly Token[], sheets: ReadonlyMap<string, string>): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const sheet = token.kind === "sheet" ? sheets.get(sheetName(token.text).toLowerCase()) : undefined;
    if (sheet !== undefined) out.push({ kind: "sheet", text: `${quoteSheet(sheet)}!` });
    else if (token.kind === "sheet" || isLost(token)) {
      out.push({ kind: "error", text: noSuchReference });
      i = endOfReference(tokens, token.kind === "sheet" ? i + 1 : afterLost(tokens, i)) - 1;
    } else out.push(token);
  }
  return out;
}

/** The name before the "!", without quotes. */
export function sheetName(token: string): string {
  const name = token.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/** Excel leaves #REF!A1 of a reference whose sheet is deleted. */
function isLost(token: Token): boolean {
  return token.kind === "error" && token.text.toUpperCase() === noSuchReference;
}

function afterLost(tokens: readonly Token[], lost: number): number {
  const next = tokens[lost + 1];
  const joined = next?.kind === "word" || next?.kind === "number" || next?.text === ":";
  return joined ? lost + 1 : lost;
}

/** The index after A1, A1:B2, A:A, 1:3, Name, Table[Column], A1:Sheet!B2 or A1:INDEX(...), given the index of its first part. */
function endOfReference(tokens: readonly Token[], first: number): number {
  if (tokens[first]?.text === ":") return endOfReference(tokens, first + 1);
  const part = tokens[first]?.kind === "sheet" ? first + 1 : first;
  let end = isFunctionAt(tokens, part) ? closingIndex(tokens, part + 1) + 1 : part + 1;
  if (tokens[end]?.kind === "bracket") end++;
  return tokens[end]?.text === ":" ? endOfReference(tokens, end + 1) : end;
}
