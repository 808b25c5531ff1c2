import { CallHash } from "./call-hash";
import { hasInternalError } from "./cell-error";
import type { RawArgument } from "./cells";
import type { FunctionDefinition } from "./define";
import { evaluate, type Outcome } from "./evaluate";
import { SharedCall } from "./shared-call";

/** Who computes a call: in this thread, at once, or elsewhere and later. Never throws; a promise rejects only when `signal` aborts. */
export type CallRunner = (
  definition: FunctionDefinition,
  args: readonly RawArgument[],
  signal?: AbortSignal,
) => Outcome | Promise<Outcome>;

/**
 * Remembers the most recent answers by function and argument values: Excel recalculates far more than changes. A call that is still
 * being computed is shared by all who ask for it, and given up when none of them waits any more.
 * Keys are two independent 53-bit hashes and the shape of every argument, so large ranges cost no memory.
 */
export class FunctionCache<R extends CallRunner = typeof evaluate> {
  private readonly answers = new Map<string, Outcome>();
  private readonly pending = new Map<string, SharedCall>();
  private cellsHeld = 0;

  constructor(
    private readonly run: R = evaluate as unknown as R,
    private readonly maxEntries = 20_000,
    private readonly maxCells = 5_000_000,
  ) {}

  call(definition: FunctionDefinition, args: readonly RawArgument[], signal?: AbortSignal): ReturnType<R> {
    const key = callKey(definition.name, args);
    return (this.known(key) ?? this.shared(key, definition, args, signal)) as ReturnType<R>;
  }

  private known(key: string): Outcome | undefined {
    const known = this.answers.get(key);
    if (known !== undefined) {
      this.answers.delete(key);
      this.answers.set(key, known);
    }
    return known;
  }

  private shared(
    key: string,
    definition: FunctionDefinition,
    args: readonly RawArgument[],
    signal: AbortSignal | undefined,
  ): Outcome | Promise<Outcome> {
    const running = this.pending.get(key);
    if (running !== undefined) return running.join(signal);
    const abort = new AbortController();
    const answer = this.run(definition, args, abort.signal);
    if (!(answer instanceof Promise)) {
      this.remember(key, answer);
      return answer;
    }
    const call = new SharedCall(answer, () => {
      this.pending.delete(key);
      abort.abort();
    });
    this.pending.set(key, call);
    const settled = () => {
      if (this.pending.get(key) === call) this.pending.delete(key);
    };
    answer.then((outcome) => {
      settled();
      this.remember(key, outcome);
    }, settled);
    return call.join(signal);
  }

  private remember(key: string, outcome: Outcome): void {
    // A fault of ours, such as a worker that ended, may be gone the next time.
    if (hasInternalError(outcome)) return;
    this.answers.set(key, outcome);
    this.cellsHeld += size(outcome);
    for (const [oldest, answer] of this.answers) {
      if (this.answers.size <= this.maxEntries && this.cellsHeld <= this.maxCells) break;
      this.answers.delete(oldest);
      this.cellsHeld -= size(answer);
    }
  }
}

function size(outcome: Outcome): number {
  return outcome.length * outcome[0].length;
}

/** A short text that is equal for equal calls and, for all practical purposes, only for those. */
export function callKey(name: string, args: readonly RawArgument[]): string {
  const hash = new CallHash();
  for (const arg of args) hash.add(arg);
  return `${name}:${args.length}:${hash.digest()}`;
}
