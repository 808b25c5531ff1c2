import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";

/** Univer without a user interface: cells, formulas and nothing to look at. Calculates only when told to. */
export function createHeadlessUniver(): Univer {
  const locale = LocaleType.EN_US;
  // Progress texts are looked up after a second of calculation even where nobody reads them.
  const univer = new Univer({ locale, locales: { [locale]: {} }, logLevel: LogLevel.ERROR });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  return univer;
}
