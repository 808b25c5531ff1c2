import type { FunctionDefinition } from "./define";
import { accuracyFunctions } from "./accuracy";
import { demandFunctions } from "./demand";
import { forecastFunctions } from "./forecast";
import { kpiFunctions } from "./kpi";
import { sharedWithExcel } from "./metadata-checks";
import { networkFunctions } from "./network";
import { replenishmentFunctions } from "./replenishment";
import { safetyStockFunctions } from "./safety-stock";
import { segmentationFunctions } from "./segmentation";
import { supplyFunctions } from "./supply";
import { valuationFunctions } from "./valuation";

/** Every cell function, family by family. Menus, files, docs and the hosts derive from this list. */
export const catalogue: readonly FunctionDefinition[] = [
  ...demandFunctions,
  ...forecastFunctions,
  ...accuracyFunctions,
  ...segmentationFunctions,
  ...safetyStockFunctions,
  ...replenishmentFunctions,
  ...supplyFunctions,
  ...networkFunctions,
  ...kpiFunctions,
  ...valuationFunctions,
];

/** What a formula without the add-in's prefix reaches: a name that Excel has too means Excel's own, in its files as in its cells. */
export const unprefixedCatalogue: readonly FunctionDefinition[] = catalogue.filter(
  ({ name }) => !sharedWithExcel.has(name),
);

const byName = new Map(catalogue.map((definition) => [definition.name, definition]));

/** Finds a function by the name typed in a cell, in any case. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name.toUpperCase());
}
