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
  ISuperTableService,
  type IFormulaData,
} from "@univerjs/engine-formula";
import { FormulaList, type FormulaRows } from "./formula-list";
import { surroundingsOf, type NamedFormula, type Surroundings } from "./names-in-formula";
import { refusedName } from "./reference-functions";
import type { FormulaPlace, TableShape } from "./structured-references";
import { needsTranslation, translateFormula } from "./translate-formula";

/** What formulas of a workbook may refer to by name. */
export interface WorkbookNames {
  readonly tables: readonly TableShape[];
  readonly names: readonly NamedFormula[];
}

/** For a caller who knows more than the engine does: totals rows, tables without a header, names of one sheet. */
export type NameSource = (workbook: Workbook) => WorkbookNames;

/**
 * Gives the engine every formula in a form it reads rightly; grid and file keep what was typed. `onNamesChanged` is
 * called when tables or sheets are no longer what formulas were translated for. Answers how to stop.
 */
export function translateOnTheWay(
  injector: Injector,
  namesOf: NameSource | undefined,
  onNamesChanged: () => void,
): IDisposable {
  const model = injector.get(FormulaDataModel);
  const instances = injector.get(IUniverInstanceService);
  const registered = (workbook: Workbook): WorkbookNames => ({
    tables: registeredTables(workbook, injector.get(ISuperTableService)),
    names: registeredNames(workbook, injector.get(IDefinedNamesService)),
  });
  const formulas = new FormulaList(injector);
  const translators = new Map<string, Translator>();

  model.getFormulaData = () => {
    const data: IFormulaData = {};
    for (const workbook of instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      const unitId = workbook.getUnitId();
      const names = (namesOf ?? registered)(workbook);
      const sheetNames = workbook.getSheets().map((sheet) => sheet.getName());
      let translator = translators.get(unitId);
      if (translator === undefined || !translator.isFor(names, sheetNames)) {
        if (translator !== undefined) onNamesChanged();
        translator = new Translator(names, sheetNames);
        translators.set(unitId, translator);
      }
      const sheets: NonNullable<IFormulaData[string]> = (data[unitId] = {});
      for (const sheet of workbook.getSheets()) {
        const sheetId = sheet.getSheetId();
        const rows = formulas.rows(unitId, sheetId, () => model.getSheetFormulaData(unitId, sheetId) ?? {});
        sheets[sheetId] = translator.translateSheet(rows, sheet.getName());
      }
    }
    return data;
  };
  const update = model.updateFormulaData.bind(model);
  model.updateFormulaData = (unitId, sheetId, cells) =>
    formulas.isUntouchedBy(unitId, sheetId, cells) ? {} : update(unitId, sheetId, cells);
  return formulas;
}

class Translator {
  private readonly surroundings: Surroundings;
  private readonly fingerprint: string;
  private readonly known = new Map<string, string>();
  private readonly sheets = new WeakMap<FormulaRows, FormulaRows>();

  constructor(names: WorkbookNames, sheets: readonly string[]) {
    this.fingerprint = fingerprint(names, sheets);
    this.surroundings = surroundingsOf(names.tables, names.names, sheets);
  }

  isFor(names: WorkbookNames, sheets: readonly string[]): boolean {
    return this.fingerprint === fingerprint(names, sheets);
  }

  /** In a copy of its own for whoever asks: the engine enters what is to change into the list it was given. */
  translateSheet(rows: FormulaRows, sheet: string): FormulaRows {
    let translated = this.sheets.get(rows);
    if (translated === undefined) this.sheets.set(rows, (translated = this.translateRows(rows, sheet)));
    return Object.fromEntries(Object.entries(translated).map(([row, columns]) => [row, { ...columns }]));
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
    let translated = this.known.get(key);
    if (translated === undefined) {
      const translation = translateFormula(formula, place, this.surroundings);
      translated = translation.formula ?? `=${refusedName}("${translation.refused}")`;
      this.known.set(key, translated);
    }
    return translated;
  }
}

function entries<T>(object: Record<number, T>): [number, T][] {
  return Object.entries(object).map(([key, value]) => [Number(key), value]);
}

function fingerprint({ tables, names }: WorkbookNames, sheets: readonly string[]): string {
  return JSON.stringify([tables, names, sheets]);
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
