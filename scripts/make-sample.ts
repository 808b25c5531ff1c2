/** Writes assets/samples/spare-parts.xlsx, the workbook the workbench opens first. Run: tsx scripts/make-sample.ts */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createXlsx } from "../src/xlsx";
import { demandSheet, historySheet, itemsSheet, settingsSheet } from "./sample/data-sheets";
import { planFunctions, planSheet } from "./sample/plan-sheet";
import { readSpareParts } from "./sample/spare-parts";
import { styles } from "./sample/styles";

/** The sample with its formulas; the results of our functions are not calculated yet. */
export function buildSample(): Uint8Array {
  const parts = readSpareParts();
  return createXlsx(
    {
      sheets: [
        planSheet(parts.length),
        itemsSheet(parts),
        demandSheet(parts),
        historySheet(parts),
        settingsSheet(),
      ],
      styles,
    },
    planFunctions,
  );
}

if (require.main === module) {
  const folder = join(__dirname, "../assets/samples");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "spare-parts.xlsx"), buildSample());
}
