import {
  ICommandService,
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
import { SetWorksheetNameMutation } from "@univerjs/sheets";
import type { CellAddress } from "./cell-address";
import { FormulaList } from "./formula-list";
import type { NamedFormula } from "./names-in-formula";
import type { TableShape } from "./structured-references";
import { Translator, type WorkbookNames } from "./translator";

/** For a caller who knows more than the engine does: totals rows, tables without a header, names of one sheet. */
export type NameSource = (workbook: Workbook) => WorkbookNames;

/**
 * Gives the engine every formula in a form it reads rightly; grid and file keep what was typed. `onChanged` is told of formulas that mean
 * something else because tables, names or sheets are no longer what they were. Answers how to stop.
 */
export function translateOnTheWay(
  injector: Injector,
  namesOf: NameSource | undefined,
  onChanged: (cells: readonly CellAddress[]) => void,
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
        for (const [row, column] of translator.changes(before?.translated(sheetId), translated)) {
          // The engine takes a formula it has seen in this cell for the same one.
          dependencies.removeFormulaDependency(unitId, sheetId, row, column);
          changed.push({ unitId, sheetId, row, column });
        }
      }
      if (changed.length > 0) onChanged(changed);
    }
    return data;
  };
  const update = model.updateFormulaData.bind(model);
  model.updateFormulaData = (unitId, sheetId, cells) =>
    formulas.isUntouchedBy(unitId, sheetId, cells) ? {} : update(unitId, sheetId, cells);
  // A new name alone is nothing to calculate for the engine, but formulas may have waited for it.
  const renaming = injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetWorksheetNameMutation.id) model.getFormulaData();
  });
  return {
    dispose: () => {
      renaming.dispose();
      formulas.dispose();
    },
  };
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
