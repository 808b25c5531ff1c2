import type { FormulaRows } from "./formula-list";
import { surroundingsOf, type NamedFormula, type Surroundings } from "./names-in-formula";
import { refusedName } from "./reference-functions";
import type { FormulaPlace, TableShape } from "./structured-references";
import { needsTranslation, translateFormula, wordsOf } from "./translate-formula";

/** What formulas of a workbook may refer to by name. */
export interface WorkbookNames {
  readonly tables: readonly TableShape[];
  readonly names: readonly NamedFormula[];
}

/** Formulas of a workbook in the engine's words, for one state of its tables, names and sheets. */
export class Translator {
  private readonly surroundings: Surroundings;
  private readonly known = new Map<string, string>();
  private readonly sheets = new Map<string, { readonly from: FormulaRows; readonly to: FormulaRows }>();
  private readonly changedSheets: readonly string[];
  /** In lower case; undefined where names have changed, which may reach any formula. */
  private readonly changedTables: ReadonlySet<string> | undefined;

  /** `before` was for the state before this one. */
  constructor(
    private readonly names: WorkbookNames,
    private readonly sheetNames: readonly string[],
    private before?: Translator,
  ) {
    this.surroundings = surroundingsOf(names.tables, names.names, sheetNames);
    this.changedSheets = before === undefined ? [] : inOneOnly(before.sheetNames, sheetNames);
    this.changedTables = before === undefined ? undefined : changedTables(before.names, names);
    // One step back is enough; a chain of all that ever were would never end.
    if (before !== undefined) before.before = undefined;
  }

  isFor(names: WorkbookNames, sheetNames: readonly string[]): boolean {
    return isSame(this.names, names) && isSame(this.sheetNames, sheetNames);
  }

  /** The formulas of a sheet as they were given out last. */
  translated(sheetId: string): FormulaRows | undefined {
    return this.sheets.get(sheetId)?.to;
  }

  /** In a copy of its own for whoever asks: the engine enters what is to change into the list it was given. */
  translateSheet(rows: FormulaRows, sheetId: string, sheet: string): FormulaRows {
    let translation = this.sheets.get(sheetId);
    if (translation?.from !== rows) {
      translation = { from: rows, to: this.translateRows(rows, sheet) };
      this.sheets.set(sheetId, translation);
    }
    return Object.fromEntries(entries(translation.to).map(([row, columns]) => [row, { ...columns }]));
  }

  /** The cells of a sheet where both have a formula that is another now, or one about a sheet that came or went. */
  *changes(before: FormulaRows | undefined, now: FormulaRows): Generator<[number, number]> {
    if (before === undefined) return;
    for (const [row, columns] of entries(now)) {
      for (const [column, item] of entries(columns)) {
        const old = before[row]?.[column];
        if (old && item && (old.f !== item.f || this.isAboutChangedSheet(item.f))) yield [row, column];
      }
    }
  }

  private translateRows(rows: FormulaRows, sheet: string): FormulaRows {
    const translated: FormulaRows = {};
    for (const [row, columns] of entries(rows)) {
      translated[row] = { ...columns };
      for (const [column, item] of entries(columns)) {
        if (!item?.f) continue;
        // A shared formula is written for the cell it was first typed in.
        const place = { sheet, row: row - (item.y ?? 0), column: column - (item.x ?? 0) };
        translated[row][column] = { ...item, f: this.translate(item.f, place) };
      }
    }
    return translated;
  }

  private translate(formula: string, place: FormulaPlace): string {
    if (!needsTranslation(formula, this.surroundings)) return formula;
    const key = `${place.sheet}!${place.row},${place.column}${formula}`;
    let translated = this.known.get(key) ?? this.unchanged(formula, key);
    if (translated === undefined) {
      const translation = translateFormula(formula, place, this.surroundings);
      translated = translation.formula ?? `=${refusedName}("${translation.refused}")`;
    }
    this.known.set(key, translated);
    return translated;
  }

  private unchanged(formula: string, key: string): string | undefined {
    const { changedTables } = this;
    if (changedTables === undefined || mentions(formula, changedTables)) return undefined;
    return this.isAboutChangedSheet(formula) ? undefined : this.before?.known.get(key);
  }

  /** INDIRECT may put the name of a sheet together. */
  private isAboutChangedSheet(formula: string): boolean {
    if (this.changedSheets.length === 0) return false;
    const text = formula.toLowerCase().replaceAll("''", "'");
    return text.includes("indirect") || this.changedSheets.some((name) => text.includes(name));
  }
}

/** In lower case. */
function inOneOnly(before: readonly string[], now: readonly string[]): string[] {
  const all = [
    ...before.filter((name) => !now.includes(name)),
    ...now.filter((name) => !before.includes(name)),
  ];
  return all.map((name) => name.toLowerCase());
}

/** Tables that came, went or changed, in lower case; undefined where defined names did, or stand for such a table. */
function changedTables(before: WorkbookNames, now: WorkbookNames): ReadonlySet<string> | undefined {
  if (!isSame(before.names, now.names)) return undefined;
  const was = new Map(before.tables.map((table) => [table.name.toLowerCase(), table]));
  const changed = new Set(was.keys());
  for (const table of now.tables) {
    const name = table.name.toLowerCase();
    if (isSame(was.get(name), table)) changed.delete(name);
    else changed.add(name);
  }
  return now.names.some(({ refersTo }) => mentions(refersTo, changed)) ? undefined : changed;
}

/** A bracket without a name before it stands for the table around the cell. */
const ownTable = /(?:^|[^\p{L}\p{N}_.\\])\[/u;

function mentions(formula: string, tables: ReadonlySet<string>): boolean {
  if (tables.size === 0) return false;
  return ownTable.test(formula) || wordsOf(formula).some((word) => tables.has(word));
}

function entries<T>(object: Record<number, T>): [number, T][] {
  return Object.entries(object).map(([key, value]) => [Number(key), value]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
