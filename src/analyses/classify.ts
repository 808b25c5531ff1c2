import { PlanningError } from "../engine/errors";
import { demandTable, itemsTable } from "../workbook/tables";
import { classColumns, classifyItems, cutsProblem, defaultCuts } from "./classify-items";
import { defineAnalysis, needs, tableColumns, wants } from "./define-analysis";
import { measureItems } from "./item-measures";
import { numbersOption } from "./options";

export const classify = defineAnalysis({
  id: "classify",
  summary: "Gives every item its classes: ABC by annual value, XYZ by variation of monthly demand.",
  notes: [
    "The value is Items[ACV]; where that is blank, the last twelve months of Demand times Items[Cost].",
    "An item with under six months of history is N in XYZ, one without demand is -.",
  ],
  options: {
    abc: numbersOption("Shares of total value where A and where B end", "fraction", defaultCuts.abc),
    xyz: numbersOption("Coefficients of variation where X and where Y end", "ratio", defaultCuts.xyz),
  },
  reads: { items: needs(itemsTable), demand: wants(demandTable) },
  writes: [itemsTable],
  run: ({ tables: { items, demand } }, cuts) => {
    const problem = cutsProblem(cuts);
    if (problem !== undefined)
      throw new PlanningError("invalid-input", problem.field, `${problem.field}: ${problem.message}`);
    const classification = classifyItems(measureItems(items, demand), cuts);
    const count = classification.items.length.toLocaleString("en");
    return {
      results: [tableColumns(itemsTable, classColumns(classification, items.rowCount))],
      issues: classification.issues,
      summary: `${count} items classified`,
    };
  },
});
