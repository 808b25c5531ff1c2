import type { Selection, Workbook } from "../../workbook/workbook";
import { firstCell, plainAddress } from "../formula/address";
import { referenceReader } from "../formula/read-reference";
import { explainCall, ourCalls, type ExplainedCall } from "./explain-formula";

export type SelectionExplanation =
  | { readonly kind: "blank"; readonly address: string }
  | { readonly kind: "value"; readonly address: string }
  | { readonly kind: "other-formula"; readonly address: string; readonly formula: string }
  | {
      readonly kind: "explained";
      readonly address: string;
      /** Where the formula stands, if the selected cell shows part of its spilled answer. */
      readonly anchor: string | undefined;
      readonly formula: string;
      readonly shown: Selection["values"][number][number];
      readonly calls: readonly ExplainedCall[];
    };

/** What there is to say about the top left cell of the selection. */
export async function explainSelection(
  workbook: Workbook,
  selection: Selection,
  namespace: string,
): Promise<SelectionExplanation> {
  const address = firstCell(selection.address);
  const shown = selection.values[0][0];
  const own = selection.formulas[0][0];
  const anchor = selection.spillAnchor;
  const formula = anchor?.formula ?? own;
  if (typeof formula !== "string" || !formula.startsWith("=")) {
    return { kind: own === "" ? "blank" : "value", address };
  }
  const calls = ourCalls(formula, namespace);
  if (calls.length === 0) return { kind: "other-formula", address, formula };
  const formulaCell = anchor?.address ?? address;
  const read = referenceReader(workbook, formulaCell);
  const position = offset(formulaCell, address);
  return {
    kind: "explained",
    address,
    anchor: anchor !== undefined && anchor.address !== address ? anchor.address : undefined,
    formula,
    shown,
    calls: await Promise.all(calls.map((call) => explainCall(call, position, read, namespace))),
  };
}

function offset(from: string, to: string): { row: number; column: number } {
  const [start, end] = [plainAddress(from), plainAddress(to)];
  if (start === undefined || end === undefined) return { row: 0, column: 0 };
  return { row: end.row - start.row, column: end.column - start.column };
}
