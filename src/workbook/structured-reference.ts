/** A reference to parts of a table, such as Items[LeadTime] or Items[[#All],[ABC]:[XYZ]]. */
export interface StructuredReference {
  readonly table: string;
  readonly part: "data" | "all" | "headers";
  /** First and last column; the whole width where they are left out. */
  readonly from?: string;
  readonly to?: string;
}

const parts = new Map<string, StructuredReference["part"]>([
  ["#data", "data"],
  ["#all", "all"],
  ["#headers", "headers"],
]);
const whole = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)\[(.*)\]$/su;
/** Text between brackets; an apostrophe in front of a bracket, a # or an apostrophe makes it a plain character. */
const bare = /^(?:'.|[^'[\]])*$/su;
const bracketed = /([,:]?)\s*\[((?:'.|[^'[\]])*)\]\s*/gsu;

/** Undefined where the text is no such reference, or of a kind that stands for a row (#This Row) or the totals. */
export function parseStructured(text: string): StructuredReference | undefined {
  const [, table, inside] = whole.exec(text.trim()) ?? [];
  if (table === undefined) return undefined;
  if (inside.trim() === "") return { table, part: "data" };
  if (bare.test(inside)) return assembled(table, [{ mark: "", text: inside }]);
  if (inside.replace(bracketed, "") !== "") return undefined;
  return assembled(
    table,
    [...inside.matchAll(bracketed)].map(([, mark, name]) => ({ mark, text: name })),
  );
}

function assembled(
  table: string,
  pieces: readonly { readonly mark: string; readonly text: string }[],
): StructuredReference | undefined {
  const special = pieces[0].text.startsWith("#") ? parts.get(pieces[0].text.toLowerCase()) : "data";
  const columns = pieces[0].text.startsWith("#") ? pieces.slice(1) : pieces;
  const sound = columns.every(({ mark, text }, i) => {
    const expected = i > 0 ? ":" : pieces.length > columns.length ? "," : "";
    return mark === expected && !/^[#@]/.test(text);
  });
  if (special === undefined || !sound || columns.length > 2) return undefined;
  if (columns.length === 0) return { table, part: special };
  const names = columns.map(({ text }) => text.replace(/'(.)/gsu, "$1"));
  return { table, part: special, from: names[0], to: names[names.length - 1] };
}
