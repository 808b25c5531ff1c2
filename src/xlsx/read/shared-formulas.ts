import { shiftFormula } from "../formula/shift-formula";
import type { RawCell } from "./sheet-walk";

interface Master {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Formulas that a sheet stores once for a block of cells; the cell that comes first holds the text. */
export class SharedFormulas {
  readonly #masters = new Map<string, Master>();

  /** How to get the stored formula of a cell, moved to its place; undefined when it has none of its own. */
  formulaOf({ formula, row, column }: RawCell): (() => string) | undefined {
    if (!formula) return undefined;
    const { t: kind, si } = formula.attributes;
    if (kind === "shared" && si !== undefined) {
      if (formula.text !== "") this.#masters.set(si, { text: formula.text, row, column });
      const master = this.#masters.get(si);
      return master && (() => shiftFormula(master.text, row - master.row, column - master.column));
    }
    // A what-if data table has no formula a cell could hold; its results are values.
    return kind === "dataTable" || formula.text === "" ? undefined : () => formula.text;
  }
}
