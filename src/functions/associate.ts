import { catalogue } from "./catalogue";
import { CellError } from "./cell-error";
import type { Cell } from "./cells";
import type { Outcome } from "./evaluate";
import { FunctionCache, type CallRunner } from "./memoise";

/**
 * Gives every function of the catalogue to Excel's custom functions runtime. Call once, as early as possible. `run` computes a call
 * that is not known yet; where it promises the answer, the cell is #BUSY! until then.
 */
export function associateFunctions(run: CallRunner): void {
  const cache = new FunctionCache(run);
  for (const definition of catalogue) {
    const arity = Object.keys(definition.args).length;
    CustomFunctions.associate(definition.name, (...args: unknown[]) => {
      // Excel appends the invocation object after the declared parameters.
      const given = withoutTrailingOmitted(args.slice(0, arity));
      const answer = cache.call(definition, given, definition.heavy ? cancelSignal(args.at(-1)) : undefined);
      return answer instanceof Promise ? answer.then(toExcel) : toExcel(answer);
    });
  }
}

/** Aborts when Excel no longer wants the answer: the formula was edited or deleted, or its inputs have changed. */
function cancelSignal(invocation: unknown): AbortSignal | undefined {
  if (typeof invocation !== "object" || invocation === null || Array.isArray(invocation)) return undefined;
  const abort = new AbortController();
  (invocation as CustomFunctions.CancelableInvocation).onCanceled = () => abort.abort();
  return abort.signal;
}

/** An argument that was not typed arrives as null; dropped at the end so that "must be given" can be told. */
function withoutTrailingOmitted(args: readonly unknown[]): readonly unknown[] {
  let end = args.length;
  while (end > 0 && (args[end - 1] === null || args[end - 1] === undefined)) end--;
  return args.slice(0, end);
}

type ExcelCell = number | string | boolean | CustomFunctions.Error;

function toExcel(outcome: Outcome): ExcelCell[][] {
  const single = outcome.length === 1 && outcome[0].length === 1 ? outcome[0][0] : undefined;
  if (single instanceof CellError && !isReturned(single)) throw excelError(single);
  return outcome.map((row) => row.map(excelCell));
}

/** Thrown, these become #VALUE! in Office.js; returned, they stay what they are. */
function isReturned({ code }: CellError): boolean {
  return code === "#REF!" || code === "#NAME?";
}

function excelCell(cell: Cell): ExcelCell {
  if (cell === null) return "";
  return cell instanceof CellError ? excelError(cell) : cell;
}

/** CustomFunctions.Error and ErrorCode exist only once Office.js is ready, so they are read here, not at load. */
function excelError({ code, message }: CellError): CustomFunctions.Error {
  const codes: Partial<Record<string, CustomFunctions.ErrorCode>> = {
    "#VALUE!": CustomFunctions.ErrorCode.invalidValue,
    "#N/A": CustomFunctions.ErrorCode.notAvailable,
    "#DIV/0!": CustomFunctions.ErrorCode.divisionByZero,
    "#NUM!": CustomFunctions.ErrorCode.invalidNumber,
    "#NULL!": CustomFunctions.ErrorCode.nullReference,
    "#NAME?": CustomFunctions.ErrorCode.invalidName,
    "#REF!": CustomFunctions.ErrorCode.invalidReference,
  };
  const known = codes[code];
  // Only #VALUE! and #N/A may carry a message; an error code that cannot be made here is told in words.
  if (known === undefined)
    return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, `${code} ${message}`);
  const withMessage = (code === "#VALUE!" || code === "#N/A") && message !== "";
  return withMessage ? new CustomFunctions.Error(known, message) : new CustomFunctions.Error(known);
}
