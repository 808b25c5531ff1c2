import { IUniverInstanceService, UniverInstanceType, type Injector, type Workbook } from "@univerjs/core";
import {
  FormulaDataModel,
  IDefinedNamesService,
  ISuperTableService,
  type IFormulaDataItem,
} from "@univerjs/engine-formula";
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
 * called when tables or sheets are no longer what formulas were translated for.
 */
export function translateOnTheWay(
  injector: Injector,
  namesOf: NameSource | undefined,
  onNamesChanged: () => void,
): void {
  const model = injector.get(FormulaDataModel);
  const instances = injector.get(IUniverInstanceService);
  const registered = (workbook: Workbook): WorkbookNames => ({
    tables: registeredTables(workbook, injector.get(ISuperTableService)),
    names: registeredNames(workbook, injector.get(IDefinedNamesService)),
  });
  const original = model.getFormulaData.bind(model);
  const translators = new Map<string, Translator>();

  model.getFormulaData = () => {
    const data = original();
    for (const [unitId, sheets] of Object.entries(data)) {
      const workbook = instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
      if (!workbook || !sheets) continue;
      const names = (namesOf ?? registered)(workbook);
      const sheetNames = workbook.getSheets().map((sheet) => sheet.getName());
      let translator = translators.get(unitId);
      if (translator === undefined || !translator.isFor(names, sheetNames)) {
        if (translator !== undefined) onNamesChanged();
        translator = new Translator(names, sheetNames);
        translators.set(unitId, translator);
      }
      for (const [sheetId, rows] of Object.entries(sheets)) {
        const sheet = workbook.getSheetBySheetId(sheetId)?.getName() ?? "";
        translateSheet(rows as FormulaRows, sheet, translator);
      }
    }
    return data;
  };
}

type FormulaRows = Record<string, Record<string, IFormulaDataItem | null>> | null;

function translateSheet(rows: FormulaRows, sheet: string, translator: Translator): void {
  for (const [row, columns] of Object.entries(rows ?? {})) {
    for (const [column, item] of Object.entries(columns)) {
      if (!item?.f) continue;
      // A shared formula is written for the cell it was first typed in.
      const place = { sheet, row: Number(row) - (item.y ?? 0), column: Number(column) - (item.x ?? 0) };
      const formula = translator.translate(item.f, place);
      if (formula !== item.f) columns[column] = { ...item, f: formula };
    }
  }
}

class Translator {
  private readonly surroundings: Surroundings;
  private readonly fingerprint: string;
  private readonly known = new Map<string, string>();

  constructor(names: WorkbookNames, sheets: readonly string[]) {
    this.fingerprint = fingerprint(names, sheets);
    this.surroundings = surroundingsOf(names.tables, names.names, sheets);
  }

  isFor(names: WorkbookNames, sheets: readonly string[]): boolean {
    return this.fingerprint === fingerprint(names, sheets);
  }

  translate(formula: string, place: FormulaPlace): string {
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
