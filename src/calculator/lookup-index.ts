import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

const index = CELL_INVERTED_INDEX_CACHE;
const set = index.set.bind(index);
let isLean = false;

/**
 * The engine keeps an index of values by column for lookups, and enters every result it calculates by searching all
 * distinct values of the column: 20,000 results in one column took 7 s. A cell whose rows no lookup has asked for yet
 * is entered when one does, so until then there is nothing to keep up to date.
 */
export function keepLookupIndexLean(): void {
  if (isLean) return;
  isLean = true;
  index.set = (unitId, sheetId, column, value, row, isResult) => {
    if (isResult && index.shouldContinueBuildingCache(unitId, sheetId, column, row)) return;
    set(unitId, sheetId, column, value, row, isResult);
  };
}
