import { invalidInput } from "../errors";

export interface Migration {
  /** Classes that occur, in the order A, B, C, ..., then N and others. */
  readonly classes: readonly string[];
  /** Row: old class, column: new class; items counted, or their values summed. */
  readonly moved: readonly (readonly number[])[];
}

/** How items moved between classes. A class is upper case text; a blank is "-". */
export function migration(
  old: readonly string[],
  now: readonly string[],
  values?: readonly number[],
): Migration {
  for (const [name, list] of [
    ["new", now],
    ["value", values ?? old],
  ] as const)
    if (list.length !== old.length)
      throw invalidInput(name, `must have as many entries as old (${old.length})`, list.length);
  const classes = [...new Set([...old, ...now])].sort(byClass);
  const place = new Map(classes.map((name, i) => [name, i]));
  const moved = classes.map(() => classes.map(() => 0));
  old.forEach((from, i) => {
    moved[place.get(from) as number][place.get(now[i]) as number] += values === undefined ? 1 : values[i];
  });
  return { classes, moved };
}

/** N (new) and - (none) come last. */
function byClass(a: string, b: string): number {
  const rank = (name: string) => (name === "-" ? 2 : name.startsWith("N") ? 1 : 0);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
