import type { Argument } from "../../functions/arguments";
import { findFunction } from "../../functions/catalogue";
import type { CellError } from "../../functions/cell-error";
import type { FunctionDefinition, Step } from "../../functions/define";
import { explainCell } from "../../functions/explain-cell";
import { addressOf } from "../../workbook/range-address";
import { plainAddress } from "../formula/address";
import {
  argumentValue,
  rawArgument,
  type ArgumentValue,
  type ReadReference,
} from "../formula/argument-values";
import { plainName } from "../formula/function-name";
import { callsIn, parseFormula, type Call, type Expression } from "../formula/parse-formula";
import { formatCells } from "../format";

export interface ArgumentLine {
  readonly name: string;
  readonly argument: Argument<unknown>;
  /** The value this item used, in words. */
  readonly value: string;
  /** As written in the formula; "" where omitted. */
  readonly written: string;
  /** Where this item's value stands, with the sheet. */
  readonly source?: string;
}

export interface ExplainedCall {
  readonly definition: FunctionDefinition;
  readonly call: Call;
  readonly lines: readonly ArgumentLine[];
  readonly steps: readonly Step[];
  /** Position of the item in the column or row, from 1; absent when the call serves one. */
  readonly item?: number;
  readonly error?: CellError;
  /** Names of arguments whose value only the sheet knows: there are no steps then. */
  readonly unknown: readonly string[];
  /** The selected cell is a heading above the answer. */
  readonly heading: boolean;
}

/** The calls of our functions in a formula, outermost first. */
export function ourCalls(formula: string, namespace: string): Call[] {
  return callsIn(parseFormula(formula)).filter(
    ({ name }) => findFunction(plainName(name, namespace)) !== undefined,
  );
}

/** Explains one call for the cell `position` away from the cell that holds the formula. */
export async function explainCall(
  call: Call,
  position: { readonly row: number; readonly column: number },
  read: ReadReference,
  namespace: string,
): Promise<ExplainedCall> {
  const definition = findFunction(plainName(call.name, namespace)) as FunctionDefinition;
  const values = await Promise.all(call.args.map((arg) => argumentValue(arg, read, namespace)));
  const names = Object.keys(definition.args);
  const unknown = names.filter((_, i) => ["calculated", "unreadable"].includes(values[i]?.kind));
  const explained =
    unknown.length === 0 ? explainCell(definition, values.map(rawArgument), position) : undefined;
  const shares = new Map(explained?.arguments.map((share) => [share.name, share.cells]));
  const ofMany = new Set(explained?.arguments.filter((share) => share.ofMany).map(({ name }) => name));
  const lines = Object.entries(definition.args).map(([name, argument], i): ArgumentLine => {
    const written = call.args[i] as Expression | undefined;
    const value = values[i] ?? { kind: "omitted" };
    return {
      name,
      argument,
      written: written?.text ?? "",
      source: sourceOf(value, ofMany.has(name) ? explained?.item : undefined),
      value: valueText(value, argument, shares.get(name)),
    };
  });
  const { steps = [], item, error } = explained ?? {};
  return {
    definition,
    call,
    lines,
    steps,
    error,
    unknown,
    heading: unknown.length === 0 && explained === undefined,
    ...(item === undefined ? {} : { item: item + 1 }),
  };
}

/** The cells of a reference; of one that serves many items, those of the item. */
function sourceOf(value: ArgumentValue, item: number | undefined): string | undefined {
  if (value.kind !== "cells" || value.address === undefined) return undefined;
  const area = plainAddress(value.address);
  if (item === undefined || area === undefined) return value.address;
  const across = area.rowCount === 1;
  return addressOf(
    across
      ? { ...area, column: area.column + item, columnCount: 1 }
      : { ...area, row: area.row + item, rowCount: 1 },
  );
}

function valueText(
  value: ArgumentValue,
  argument: Argument<unknown>,
  share: Parameters<typeof formatCells>[0] | undefined,
): string {
  if (value.kind === "calculated") return "calculated in the cell";
  if (value.kind === "unreadable") return `cannot be read: ${value.reason}`;
  const blank = value.kind === "omitted" || (share ?? value.cells).flat().every((cell) => cell === null);
  if (blank && argument.optional) return `${argument.defaultText} (default)`;
  if (value.kind === "omitted") return "missing";
  return formatCells(share ?? value.cells);
}
