import { createXlsx } from "../../src/xlsx";
import { demandSheet, historySheet, itemsSheet, settingsSheet } from "./data-sheets";
import { planFunctions, planSheet } from "./plan-sheet";
import { readSpareParts } from "./spare-parts";
import { styles } from "./styles";

/** The sample with its formulas; the results of our functions are not calculated yet. */
export function buildSample(): Uint8Array {
  const parts = readSpareParts();
  const sheets = [
    planSheet(parts.length),
    itemsSheet(parts),
    demandSheet(parts),
    historySheet(parts),
    settingsSheet(),
  ];
  return createXlsx({ sheets, styles }, planFunctions);
}
