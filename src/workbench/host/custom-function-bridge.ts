import { AnswerRhythm } from "./answer-rhythm";
import type { WireResult } from "./functions-object";

/** A blank is null, an error { error: "#N/A" }. */
export type FunctionValue =
  number | string | boolean | null | { readonly error: string; readonly message?: string };

export interface FunctionRequest {
  readonly functionId: string;
  /** Each argument as rows of cells; null where nothing was typed. */
  readonly args: readonly (readonly (readonly FunctionValue[])[] | null)[];
  /** The cell that asks, with its sheet. */
  readonly address: string;
  /** The function wants to hear when its answer is no longer needed. */
  readonly cancelable?: boolean;
}

/** One message to the add-in, as Office.js reads it. */
export interface HostMessage {
  readonly category: number;
  readonly type: number;
  readonly target: string;
  readonly message: string;
}

const functionCall = { category: 1, type: 1000 } as const;
const functionCancel = { category: 1, type: 1001 } as const;
const cancelable = 1;
/** The function may be given errors, and takes them as values. */
const allowError = 4;

/** Excel's numbers for errors in results. */
const errorNames: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

/**
 * The way from cells to the functions of the add-in and back. Calls of one batch travel as one message; an answer comes once, and a
 * call that is not answered in time is answered with an error, so that no cell stays busy for ever.
 */
export class CustomFunctionBridge {
  private readonly waiting = new Map<
    number,
    {
      readonly message: HostMessage;
      readonly answer: (rows: readonly (readonly FunctionValue[])[]) => void;
      deadline: number;
    }
  >();
  private readonly rhythm: AnswerRhythm<HostMessage>;
  private nextId = 1;
  private ready = false;
  private watchdog: ReturnType<typeof setInterval> | undefined;

  constructor(
    send: (messages: readonly HostMessage[]) => void,
    private readonly timeLimit = 60_000,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.rhythm = new AnswerRhythm(send, now);
  }

  /** Calls whose answers are still out. */
  get pending(): number {
    return this.waiting.size;
  }

  /** Answers the numbers under which the calls can be cancelled. */
  call(
    requests: readonly FunctionRequest[],
    answer: (index: number, rows: readonly (readonly FunctionValue[])[]) => void,
  ): readonly number[] {
    const ids = requests.map(() => this.nextId++);
    const messages = requests.map((request, index) => {
      const id = ids[index];
      const wire = [
        id,
        request.functionId,
        request.args.map(wireArgument),
        request.address,
        request.cancelable ? allowError | cancelable : allowError,
        null,
      ];
      const message: HostMessage = { ...functionCall, target: "", message: JSON.stringify(wire) };
      this.waiting.set(id, {
        message,
        answer: (rows) => answer(index, rows),
        deadline: this.now() + this.timeLimit,
      });
      return message;
    });
    if (this.ready) this.rhythm.post(messages);
    this.watch();
    return ids;
  }

  /** The answers are no longer needed: the formula was edited or deleted, or its inputs have changed. */
  cancel(ids: readonly number[]): void {
    const messages = ids
      .filter((id) => this.waiting.delete(id))
      .map((id) => ({ ...functionCancel, target: "", message: JSON.stringify({ invocationId: id }) }));
    if (this.ready) this.rhythm.post(messages);
    this.watch();
  }

  /** The add-in's functions are registered, for the first time or after a reload: what is pending is sent (again). */
  setReady(): void {
    this.ready = true;
    this.rhythm.drop();
    this.rhythm.post([...this.waiting.values()].map(({ message }) => message));
  }

  /** The add-in is gone until it reports ready again. */
  setGone(): void {
    this.ready = false;
    this.rhythm.drop();
  }

  take(results: readonly WireResult[]): void {
    this.rhythm.noteAnswers();
    for (const [id, worked, value, errorCode] of results) {
      const call = this.waiting.get(id);
      if (call === undefined) continue;
      this.waiting.delete(id);
      call.answer(worked ? resultRows(value) : [[failure(value, errorCode)]]);
    }
    this.watch();
  }

  dispose(): void {
    this.rhythm.drop();
    this.rest();
  }

  private watch(): void {
    if (this.waiting.size === 0) return this.rest();
    this.watchdog ??= setInterval(() => this.expire(), Math.min(1000, this.timeLimit));
  }

  private rest(): void {
    clearInterval(this.watchdog);
    this.watchdog = undefined;
  }

  private expire(): void {
    for (const [id, call] of this.waiting) {
      if (this.now() < call.deadline) continue;
      this.waiting.delete(id);
      call.answer([
        [{ error: "#N/A", message: `no answer from the add-in within ${this.timeLimit / 1000} s` }],
      ]);
    }
    this.watch();
  }
}

function wireArgument(rows: readonly (readonly FunctionValue[])[] | null): unknown {
  return rows === null ? null : rows.map((row) => row.map(wireCell));
}

function wireCell(cell: FunctionValue): unknown {
  return typeof cell === "object" && cell !== null ? { type: "CustomFunctionError", code: cell.error } : cell;
}

function resultRows(value: unknown): FunctionValue[][] {
  if (!Array.isArray(value)) return [[resultCell(value)]];
  const rows = value as unknown[];
  return rows.map((row) => (Array.isArray(row) ? row.map(resultCell) : [resultCell(row)]));
}

function resultCell(value: unknown): FunctionValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "object" && value !== null) {
    const { code, basicValue, message, type } = value as Record<string, unknown>;
    if (type === "Error" || type === "CustomFunctionError" || code !== undefined) {
      const error = String(basicValue ?? code ?? "#VALUE!");
      return { error, ...(typeof message === "string" && message !== "" ? { message } : {}) };
    }
    if (basicValue !== undefined) return resultCell(basicValue);
  }
  return "";
}

function failure(value: unknown, errorCode: number | undefined): FunctionValue {
  const message = typeof value === "string" && value !== "" ? { message: value } : {};
  return { error: errorNames[errorCode ?? 7] ?? "#VALUE!", ...message };
}
