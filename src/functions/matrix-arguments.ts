import { PlanningError, invalidInput } from "../engine/errors";
import { parseNumber, ruleText, type NumberRule, type TableArgument } from "./arguments";
import { CellError } from "./cell-error";
import type { Cell, Cells } from "./cells";

/** Rows of numbers, NaN where a cell is blank. */
export type Matrix = readonly (readonly number[])[];

interface MatrixOptions {
  readonly unit: string;
  readonly rule?: NumberRule;
}

/**
 * A block of numbers taken whole. A first row with text and no number is a header and is skipped; wholly blank rows at the end are
 * ignored; a blank inside is NaN.
 */
export function matrix(label: string, { unit, rule = {} }: MatrixOptions): TableArgument<Matrix> {
  return {
    shape: "table",
    label,
    unit,
    rule: `a block of numbers, each ${ruleText(rule)}; blanks allowed`,
    optional: false,
    defaultText: "",
    numeric: true,
    parse: (cells, name) => {
      const first = isHeader(cells[0]) ? 1 : 0;
      const rows = cells.slice(first, usedRows(cells)).map((row, r) =>
        row.map((cell, c) => {
          if (cell === null) return NaN;
          return parseNumber(cell, `${name} in row ${r + first + 1}, column ${c + 1}`, rule);
        }),
      );
      if (rows.length === 0 || rows.every((row) => row.every((value) => Number.isNaN(value)))) {
        throw new PlanningError("insufficient-data", name, `${name} must hold numbers, got only blanks`);
      }
      return rows;
    },
  };
}

/** Text in it and no number: names of columns. */
function isHeader(row: readonly Cell[]): boolean {
  return row.some((cell) => typeof cell === "string") && !row.some((cell) => typeof cell === "number");
}

/** Rows down to the last that holds anything. */
export function usedRows(cells: Cells): number {
  let rows = cells.length;
  while (rows > 0 && cells[rows - 1].every((cell) => cell === null)) rows--;
  return rows;
}

/** Refuses a block whose number of columns is not that of another. */
export function sameColumns(name: string, block: Matrix, other: string, width: number): void {
  if (block[0].length !== width) {
    throw invalidInput(name, `must have as many columns as ${other} (${width})`, block[0].length);
  }
}

export interface NodeAndParent {
  readonly node: string;
  /** "" where the cell is blank. */
  readonly parent: string;
}

/** Two columns of text taken whole: a node and the one above it. Blank rows at the end are ignored. */
export function nodesAndParents(label: string): TableArgument<readonly NodeAndParent[]> {
  return {
    shape: "table",
    label,
    unit: "two columns",
    rule: "two columns, node and parent; parent blank at the top",
    optional: false,
    defaultText: "",
    numeric: false,
    parse: (cells, name) => {
      if (cells[0].length !== 2) throw invalidInput(name, "must have two columns", cells[0].length);
      return cells.slice(0, usedRows(cells)).map((row) => {
        const [node, parent] = row.map((cell) => {
          if (cell instanceof CellError) throw cell;
          return cell === null ? "" : String(cell).trim();
        });
        return { node, parent };
      });
    },
  };
}
