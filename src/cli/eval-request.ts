import { CellError, type ErrorCode } from "../functions/cell-error";
import type { Cell } from "../functions/cells";
import { catalogue, findFunction } from "../functions/catalogue";
import type { Outcome } from "../functions/evaluate";
import { FunctionCache, type CallRunner } from "../functions/memoise";

/** {"id": anything, "fn": name, "args": [number | text | boolean | null | rows]}, one a line. */
interface Request {
  readonly fn: string;
  readonly args: readonly unknown[];
}

/** Answers request lines, each by the rules a cell has. Whatever the line holds, there is an answer. */
export class Evaluator {
  private readonly cache: FunctionCache<CallRunner>;

  constructor(run: CallRunner) {
    this.cache = new FunctionCache(run);
  }

  /** The answer line, without its end; a promise of it where the call takes long. */
  answer(line: string): string | Promise<string> {
    let id: unknown = null;
    try {
      const request = readRequest(line, (read) => (id = read));
      const definition = findFunction(request.fn);
      if (definition === undefined) throw new CellError("#NAME?", unknownFunction(request.fn));
      const answer = this.cache.call(definition, withoutTrailingNulls(request.args));
      const asLine = (outcome: Outcome) => JSON.stringify({ id, ...answerOf(outcome) });
      return answer instanceof Promise ? answer.then(asLine) : asLine(answer);
    } catch (thrown) {
      if (!(thrown instanceof CellError)) throw thrown;
      return JSON.stringify({ id, error: errorOf(thrown) });
    }
  }
}

function readRequest(line: string, onId: (id: unknown) => void): Request {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (thrown) {
    onId(idIn(line));
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CellError("#VALUE!", `the line is not JSON: ${reason}`);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new CellError(
      "#VALUE!",
      'the line must be an object such as {"id":1,"fn":"EOQ","args":[1300,8,1.125]}',
    );
  }
  const { id = null, fn, args = [] } = json as { id?: unknown; fn?: unknown; args?: unknown };
  onId(id);
  if (typeof fn !== "string") throw new CellError("#VALUE!", "fn must be the name of a function");
  if (!Array.isArray(args)) throw new CellError("#VALUE!", "args must be an array");
  return { fn, args: args.map(withErrors) };
}

/** The id of a line that is not JSON, where it can still be made out. */
function idIn(line: string): unknown {
  const match = /"id"\s*:\s*(-?\d+(?:\.\d+)?(?=\s*[,}])|"(?:[^"\\]|\\.)*")/.exec(line);
  if (match === null) return null;
  try {
    return JSON.parse(match[1]);
  } catch {
    return null;
  }
}

/** An error in an answer may be handed to the next call as it is. */
function withErrors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withErrors);
  if (typeof value !== "object" || value === null || !("error" in value)) return value;
  const { error } = value as { error: unknown };
  if (typeof error === "string") return new CellError(error as ErrorCode);
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return new CellError(String(code ?? "#VALUE!") as ErrorCode, typeof message === "string" ? message : "");
}

/** An argument left out at the end is not there, as in a cell. */
function withoutTrailingNulls(args: readonly unknown[]): readonly unknown[] {
  let end = args.length;
  while (end > 0 && args[end - 1] === null) end--;
  return args.slice(0, end);
}

type AnswerCell = number | string | boolean | null | { readonly error: ErrorAnswer };
interface ErrorAnswer {
  readonly code: string;
  readonly message: string;
}

function answerOf(outcome: Outcome): { value: AnswerCell | AnswerCell[][] } | { error: ErrorAnswer } {
  if (outcome.length > 1 || outcome[0].length > 1)
    return { value: outcome.map((row) => row.map(answerCell)) };
  const [[cell]] = outcome;
  return cell instanceof CellError ? { error: errorOf(cell) } : { value: cell };
}

function answerCell(cell: Cell): AnswerCell {
  return cell instanceof CellError ? { error: errorOf(cell) } : cell;
}

function errorOf({ code, message }: CellError): ErrorAnswer {
  return { code, message };
}

function unknownFunction(name: string): string {
  const wanted = name.toUpperCase();
  const near = catalogue.find(
    (definition) => definition.name.startsWith(wanted) || wanted.startsWith(definition.name),
  );
  const hint = near === undefined ? "" : `; did you mean ${near.name}?`;
  return `there is no function ${JSON.stringify(name)}${hint}`;
}
