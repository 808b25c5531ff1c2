import { requestImmediateMacroTask } from "@univerjs/core";
import type { CallAnswer, CallArgument, CallTransport, FunctionCall } from "../../calculator/call-transport";
import { CellError, type ErrorCode } from "../../functions/cell-error";
import type { Cell } from "../../functions/cells";
import { cellName } from "../../xlsx";
import type { CustomFunctionBridge, FunctionRequest, FunctionValue } from "../host";

/** The way of a call through Office.js in the add-in's frame, as in Excel: nothing of the add-in runs in this page. */
export function officeTransport(
  functions: () => CustomFunctionBridge,
  sheetName: (sheetId: string) => string,
): CallTransport {
  const ids = new Map<string, number>();
  return {
    send: (calls, answer) => {
      let arrived: CallAnswer[] = [];
      // Office.js waits for its request to be answered; the cells are calculated in the next task.
      const deliver = () => {
        const answers = arrived;
        arrived = [];
        answer(answers);
      };
      const sent = functions().call(
        calls.map((call) => request(call, sheetName)),
        (index, rows) => {
          if (arrived.length === 0) {
            const close = requestImmediateMacroTask(() => {
              close();
              deliver();
            });
          }
          ids.delete(calls[index].key);
          arrived.push({ key: calls[index].key, outcome: rows.map((row) => row.map(cell)) });
        },
      );
      calls.forEach(({ key }, i) => ids.set(key, sent[i]));
    },
    cancel: (calls) => {
      const known = calls.map(({ key }) => ids.get(key)).filter((id) => id !== undefined);
      for (const { key } of calls) ids.delete(key);
      functions().cancel(known);
    },
  };
}

/** Excel sends every declared argument, the omitted ones as null. */
function request(
  { definition, args, cell: at }: FunctionCall,
  sheetName: (sheetId: string) => string,
): FunctionRequest {
  const declared = Object.keys(definition.args);
  return {
    functionId: definition.name,
    args: declared.map((_, i) => wireArgument(args[i] ?? null)),
    address: `${sheetName(at.sheetId)}!${cellName(at.row, at.column)}`,
    cancelable: definition.heavy === true,
  };
}

function wireArgument(argument: CallArgument): FunctionRequest["args"][number] {
  if (argument === null) return null;
  return argument.map((row) =>
    row.map((value) => (value instanceof CellError ? { error: value.code, message: value.message } : value)),
  );
}

function cell(value: FunctionValue): Cell {
  if (typeof value !== "object" || value === null) return value;
  return new CellError(value.error as ErrorCode, value.message ?? "");
}
