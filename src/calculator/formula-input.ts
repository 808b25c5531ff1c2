import {
  IUniverInstanceService,
  UniverInstanceType,
  type IDisposable,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import {
  FormulaDataModel,
  IDefinedNamesService,
  IDependencyManagerService,
  ISuperTableService,
  type IFormulaData,
} from "@univerjs/engine-formula";
import type { CellAddress } from "./cell-address";
import { FormulaList, type FormulaRows } from "./formula-list";
import { surroundingsOf, type NamedFormula, type Surroundings } from "./names-in-formula";
import { refusedName } from "./reference-functions";
import type { FormulaPlace, TableShape } from "./structured-references";
import { needsTranslation, translateFormula, wordsOf } from "./translate-formula";

/** What formulas of a workbook may refer to by name. */
export interface WorkbookNames {
  readonly tables: readonly TableShape[];
  readonly names: readonly NamedFormula[];
}

/** For a caller who knows more than the engine does: totals rows, tables without a header, names of one sheet. */
export type NameSource = (workbook: Workbook) => WorkbookNames;

export interface FormulaChanges {
  /** There are other sheets than before: any formula may mean something else. */
  readonly onAnyChanged: () => void;
  /** These formulas mean something else because of tables or names. */
  readonly onSomeChanged: (cells: readonly CellAddress[]) => void;
}

/**
 * Gives the engine every formula in a form it reads rightly; grid and file keep what was typed. Answers how to stop.
 */
export function translateOnTheWay(
  injector: Injector,
  namesOf: NameSource | undefined,
  { onAnyChanged, onSomeChanged }: FormulaChanges,
): IDisposable {
  const model = injector.get(FormulaDataModel);
  const instances = injector.get(IUniverInstanceService);
  const registered = (workbook: Workbook): WorkbookNames => ({
    tables: registeredTables(workbook, injector.get(ISuperTableService)),
    names: registeredNames(workbook, injector.get(IDefinedNamesService)),
  });
  const dependencies = injector.get(IDependencyManagerService);
  const formulas = new FormulaList(injector);
  const translators = new Map<string, Translator>();

  model.getFormulaData = () => {
    const data: IFormulaData = {};
    for (const workbook of instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      const unitId = workbook.getUnitId();
      const names = (namesOf ?? registered)(workbook);
      const sheetNames = workbook.getSheets().map((sheet) => sheet.getName());
      let translator = translators.get(unitId);
      const before = translator?.isFor(names, sheetNames) === false ? translator : undefined;
      if (translator === undefined || before !== undefined) {
        translator = new Translator(names, sheetNames, before);
        translators.set(unitId, translator);
      }
      const changed: CellAddress[] = [];
      const sheets: NonNullable<IFormulaData[string]> = (data[unitId] = {});
      for (const sheet of workbook.getSheets()) {
        const sheetId = sheet.getSheetId();
        const rows = formulas.rows(unitId, sheetId, () => model.getSheetFormulaData(unitId, sheetId) ?? {});
        const translated = (sheets[sheetId] = translator.translateSheet(rows, sheetId, sheet.getName()));
        for (const [row, column] of differing(before?.translated(sheetId), translated)) {
          // The engine takes a formula it has seen in this cell for the same one.
          dependencies.removeFormulaDependency(unitId, sheetId, row, column);
          changed.push({ unitId, sheetId, row, column });
        }
      }
      if (before !== undefined && !before.hasSheets(sheetNames)) onAnyChanged();
      else if (changed.length > 0) onSomeChanged(changed);
    }
    return data;
  };
  const update = model.updateFormulaData.bind(model);
  model.updateFormulaData = (unitId, sheetId, cells) =>
    formulas.isUntouchedBy(unitId, sheetId, cells) ? {} : update(unitId, sheetId, cells);
  return formulas;
}

/** Where both have a formula, and not the same one. */
function* differing(before: FormulaRows | undefined, now: FormulaRows): Generator<[number, number]> {
  if (before === undefined) return;
  for (const [row, columns] of entries(now)) {
    for (const [column, item] of entries(columns)) {
      const old = before[row]?.[column];
      if (old && item && old.f !== item.f) yield [row, column];
    }
  }
}

class Translator {
  private readonly surroundings: Surroundings;
  private readonly known = new Map<string, string>();
  private readonly sheets = new Map<string, { readonly from: FormulaRows; readonly to: FormulaRows }>();
  /** Formulas without any of these words are as `before` has them; undefined where that is not sure of any. */
  private readonly changedWords: ReadonlySet<string> | undefined;

  constructor(
    private readonly names: WorkbookNames,
    private readonly sheetNames: readonly string[],
    private before?: Translator,
  ) {
    this.surroundings = surroundingsOf(names.tables, names.names, sheetNames);
    if (before?.hasSheets(sheetNames)) this.changedWords = changedTables(before.names, names);
    // One step back is enough; a chain of all that ever were would never end.
    if (before !== undefined) before.before = undefined;
  }

  isFor(names: WorkbookNames, sheetNames: readonly string[]): boolean {
    return isSame(this.names, names) && this.hasSheets(sheetNames);
  }

  hasSheets(sheetNames: readonly string[]): boolean {
    return isSame(this.sheetNames, sheetNames);
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
    if (this.changedWords === undefined || mentionsTable(formula, this.changedWords)) return undefined;
    return this.before?.known.get(key);
  }
}

/** Tables that differ, in lower case, where nothing else does. */
function changedTables(before: WorkbookNames, now: WorkbookNames): ReadonlySet<string> | undefined {
  if (!isSame(before.names, now.names)) return undefined;
  const was = new Map(before.tables.map((table) => [table.name.toLowerCase(), table]));
  const changed = new Set(was.keys());
  for (const table of now.tables) {
    const name = table.name.toLowerCase();
    if (isSame(was.get(name), table)) changed.delete(name);
    else changed.add(name);
  }
  return now.names.some(({ refersTo }) => mentionsTable(refersTo, changed)) ? undefined : changed;
}

/** A bracket without a name before it stands for the table around the cell. */
const ownTable = /(?:^|[^\p{L}\p{N}_.\\])\[/u;

function mentionsTable(formula: string, tables: ReadonlySet<string>): boolean {
  return ownTable.test(formula) || wordsOf(formula).some((word) => tables.has(word));
}

function entries<T>(object: Record<number, T>): [number, T][] {
  return Object.entries(object).map(([key, value]) => [Number(key), value]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function registeredNames(workbook: Workbook, service: IDefinedNamesService): NamedFormula[] {
  const entries = Object.values(service.getDefinedNameMap(workbook.getUnitId()) ?? {});
  return entries.map(({ name, formulaOrRefString, localSheetId }) => ({
    name,
    refersTo: formulaOrRefString,
    sheet: localSheetId === undefined ? undefined : workbook.getSheetBySheetId(localSheetId)?.getName(),
  }));
}

function registeredTables(workbook: Workbook, service: ISuperTableService): TableShape[] {
  const tables: TableShape[] = [];
  for (const [name, { sheetId, range, titleMap }] of service.getTableMap(workbook.getUnitId()) ?? []) {
    const sheet = workbook.getSheetBySheetId(sheetId)?.getName();
    if (sheet === undefined) continue;
    const columns = [...titleMap].sort(([, a], [, b]) => a - b).map(([title]) => title);
    const { startRow: row, startColumn: column, endRow } = range;
    const rows = endRow - row + 1;
    tables.push({ name, sheet, row, column, rows, columns, headerRow: true, totalsRow: false });
  }
  return tables;
}
