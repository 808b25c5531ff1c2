import type { FunctionDefinition } from "../functions/define";
import type { Outcome } from "../functions/evaluate";
import { callKey } from "../functions/memoise";
import { CellError } from "../functions/cell-error";
import { cellKey, type CellAddress } from "./cell-address";
import type { CallAnswer, CallArgument, CallTransport, FunctionCall } from "./call-transport";

export interface CallQueueOptions {
  readonly transport: CallTransport;
  /** Milliseconds after which an unanswered call becomes #N/A, so that no cell stays busy for ever. */
  readonly timeLimit: number;
  /** The formula that stands in a cell now, as far as it tells one from another. */
  readonly formulaAt: (cell: CellAddress) => string | undefined;
  /** Told which cells can be calculated now. */
  readonly onAnswered: (cells: readonly CellAddress[]) => void;
  readonly maxAnswers?: number;
}

interface Pending {
  readonly call: FunctionCall;
  readonly deadline: ReturnType<typeof setTimeout> | undefined;
}

/** A cell and what it waits for since one pass, while it holds one formula. */
interface Waiter {
  readonly cell: CellAddress;
  readonly pass: number;
  readonly formula: string | undefined;
  readonly keys: Set<string>;
}

/**
 * Answers a cell from memory, or remembers that it waits: one call per distinct function and arguments is queued,
 * and all calls of a pass leave together. A call for which no cell waits any more is taken back.
 */
export class CallQueue {
  private readonly answers = new Map<string, Outcome>();
  private readonly queued = new Map<string, FunctionCall>();
  private readonly pending = new Map<string, Pending>();
  private readonly waiting = new Map<string, Map<string, CellAddress>>();
  private readonly waiters = new Map<string, Waiter>();

  constructor(private readonly options: CallQueueOptions) {}

  get isEmpty(): boolean {
    return this.queued.size === 0 && this.pending.size === 0;
  }

  /** The answer where it is known; undefined after queueing the call, and the cell hears of it later. */
  ask(
    definition: FunctionDefinition,
    args: readonly CallArgument[],
    cell: CellAddress,
    pass: number,
  ): Outcome | undefined {
    const waiter = this.waiters.get(cellKey(cell));
    if (waiter !== undefined && waiter.pass !== pass) this.leave(waiter);
    const now = this.options.transport.answerNow?.(definition, args);
    if (now !== undefined) return now;
    const key = callKey(definition.name, args);
    const known = this.answers.get(key);
    if (known !== undefined) {
      this.answers.delete(key);
      this.answers.set(key, known);
      return known;
    }
    this.waitFor(key, cell, pass);
    if (!this.pending.has(key) && !this.queued.has(key))
      this.queued.set(key, { key, definition, args, cell });
    return undefined;
  }

  /**
   * A pass is over: takes back what nobody waits for any more, and sends what was asked since the last time as one batch. Tells whether
   * there was anything to send.
   */
  flush(): boolean {
    this.takeBack();
    if (this.queued.size === 0) return false;
    const calls = [...this.queued.values()];
    this.queued.clear();
    for (const call of calls) this.pending.set(call.key, { call, deadline: this.deadlineFor(call) });
    const failed = (thrown: unknown) => this.fail(calls, thrown);
    try {
      const sent = this.options.transport.send(calls, (answers) => this.receive(answers));
      if (sent !== undefined) sent.catch(failed);
    } catch (thrown) {
      failed(thrown);
    }
    return true;
  }

  /** The calls without an answer so far, to be sent again when the other side starts anew. */
  unanswered(): readonly FunctionCall[] {
    return [...this.pending.values()].map(({ call }) => call);
  }

  /** Forgets all answers: the functions themselves have changed. */
  forget(): void {
    this.answers.clear();
  }

  dispose(): void {
    for (const { deadline } of this.pending.values()) clearTimeout(deadline);
    this.pending.clear();
    this.queued.clear();
    this.waiting.clear();
    this.waiters.clear();
  }

  private receive(answers: readonly CallAnswer[]): void {
    const cells = new Map<string, CellAddress>();
    for (const { key, outcome } of answers) {
      const asked = this.pending.get(key);
      // An answer after its deadline, or a second one, has nobody waiting.
      if (asked === undefined) continue;
      clearTimeout(asked.deadline);
      this.pending.delete(key);
      this.remember(key, outcome);
      for (const [cell, address] of this.waiting.get(key) ?? []) {
        cells.set(cell, address);
        this.stopWaiting(cell, key);
      }
      this.waiting.delete(key);
    }
    if (cells.size > 0) this.options.onAnswered([...cells.values()]);
  }

  private fail(calls: readonly FunctionCall[], thrown: unknown): void {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const outcome: Outcome = [[new CellError("#N/A", `the function could not be called: ${reason}`)]];
    this.receive(calls.map(({ key }) => ({ key, outcome })));
  }

  private remember(key: string, outcome: Outcome): void {
    this.answers.set(key, outcome);
    const { maxAnswers = 200_000 } = this.options;
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= maxAnswers) break;
      this.answers.delete(oldest);
    }
  }

  private waitFor(key: string, cell: CellAddress, pass: number): void {
    const at = cellKey(cell);
    const cells = this.waiting.get(key) ?? new Map<string, CellAddress>();
    cells.set(at, cell);
    this.waiting.set(key, cells);
    let waiter = this.waiters.get(at);
    if (waiter === undefined) {
      waiter = { cell, pass, formula: this.options.formulaAt(cell), keys: new Set() };
      this.waiters.set(at, waiter);
    }
    waiter.keys.add(key);
  }

  private stopWaiting(at: string, key: string): void {
    const waiter = this.waiters.get(at);
    waiter?.keys.delete(key);
    if (waiter?.keys.size === 0) this.waiters.delete(at);
  }

  /** The cell asks anew, or holds another formula. */
  private leave({ cell, keys }: Waiter): void {
    const at = cellKey(cell);
    for (const key of keys) this.waiting.get(key)?.delete(at);
    this.waiters.delete(at);
  }

  private takeBack(): void {
    for (const waiter of this.waiters.values()) {
      if (this.options.formulaAt(waiter.cell) !== waiter.formula) this.leave(waiter);
    }
    const unwanted: FunctionCall[] = [];
    for (const [key, cells] of this.waiting) {
      if (cells.size > 0) continue;
      this.waiting.delete(key);
      this.queued.delete(key);
      const sent = this.pending.get(key);
      if (sent === undefined) continue;
      clearTimeout(sent.deadline);
      this.pending.delete(key);
      unwanted.push(sent.call);
    }
    if (unwanted.length > 0) this.options.transport.cancel?.(unwanted);
  }

  private deadlineFor(call: FunctionCall): ReturnType<typeof setTimeout> | undefined {
    const { timeLimit } = this.options;
    if (!Number.isFinite(timeLimit)) return undefined;
    return setTimeout(() => {
      const message = `${call.definition.name} gave no answer within ${timeLimit / 1000} seconds`;
      this.receive([{ key: call.key, outcome: [[new CellError("#N/A", message)]] }]);
    }, timeLimit);
  }
}
