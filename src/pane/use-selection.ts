import type { Selection, Workbook } from "../workbook/workbook";
import { useLive, type Loaded } from "./use-live";

const readSelection = (workbook: Workbook) => workbook.selection();

/** What is selected now; changes of cells count too, since they change the selected formula or value. */
export function useSelection(): Loaded<Selection> {
  return useLive(readSelection, "selection", "changes");
}
