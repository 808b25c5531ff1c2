import { CallHash } from "./call-hash";
import { isBlankItem, itemAt, planOfItems, type CallPlan } from "./call-plan";
import { hasInternalError } from "./cell-error";
import type { Result } from "./define";

interface Remembered {
  readonly check: number;
  readonly result: Result;
}

/** A call for many of which some items may be known already. */
export interface Recollection {
  /** What is left to calculate, each distinct item once; it may be nothing. */
  readonly rest: CallPlan;
  /** Takes the result of an item of the rest, counted from 0, as soon as it is there. */
  readonly note: (item: number, result: Result) => void;
  /** What all items give, once those of the rest are noted. */
  readonly results: () => readonly Result[];
}

/** Counted for each item besides the cells of its result, for what it takes to find it again. */
const overhead = 6;

/**
 * Remembers what single items of calls for many gave: an edit of one month changes one series of a block, and the others need not be
 * calculated again. An item is known by two independent 53-bit hashes of the function, its own cells and the arguments taken whole.
 * The least recently wanted are forgotten first.
 */
export class ItemMemory {
  private readonly entries = new Map<number, Remembered>();
  private cellsHeld = 0;

  constructor(private readonly maxCells = 2_000_000) {}

  recall(plan: CallPlan): Recollection {
    const { from, to, lifted } = plan;
    const common = commonHash(plan);
    const results: (Result | undefined)[] = new Array(to - from);
    const places: number[][] = [];
    const keys: (readonly [number, number])[] = [];
    const asked = new Map<number, number>();
    for (let i = from; i < to; i++) {
      if (lifted.every((range) => isBlankItem(range, i))) {
        results[i - from] = null;
        continue;
      }
      const hash = common.fork();
      for (const range of lifted) hash.add(itemAt(range, i));
      const key = hash.numbers();
      const known = this.known(key);
      if (known !== undefined) {
        results[i - from] = known.result;
        continue;
      }
      const twin = asked.get(key[0]);
      if (twin !== undefined && keys[twin][1] === key[1]) {
        places[twin].push(i - from);
        continue;
      }
      asked.set(key[0], keys.length);
      keys.push(key);
      places.push([i - from]);
    }
    return {
      rest: planOfItems(
        plan,
        places.map(([first]) => first + from),
      ),
      note: (item, result) => {
        for (const place of places[item]) results[place] = result;
        this.remember(keys[item], result);
      },
      results: () => results as readonly Result[],
    };
  }

  private known([key, check]: readonly [number, number]): Remembered | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined || entry.check !== check) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }

  private remember([key, check]: readonly [number, number], result: Result): void {
    // A fault of ours, such as a worker that ended, may be gone the next time.
    if (hasInternalError([[result].flat(2)])) return;
    const before = this.entries.get(key);
    if (before !== undefined) this.forget(key, before);
    this.entries.set(key, { check, result });
    this.cellsHeld += size(result);
    for (const [oldest, entry] of this.entries) {
      if (this.cellsHeld <= this.maxCells) break;
      this.forget(oldest, entry);
    }
  }

  private forget(key: number, { result }: Remembered): void {
    this.entries.delete(key);
    this.cellsHeld -= size(result);
  }
}

/** For calls whose items are calculated as fast as they would be found. */
export function nothingKnown(plan: CallPlan): Recollection {
  const results: Result[] = new Array<Result>(plan.to - plan.from).fill(null);
  return {
    rest: plan,
    note: (item, result) => (results[item] = result),
    results: () => results,
  };
}

/** Of all that items of a call have in common: the function, how each argument is read, and those taken whole. */
function commonHash({ definition, ranges, lifted }: CallPlan): CallHash {
  const hash = new CallHash();
  hash.add(definition.name);
  for (const range of ranges) {
    const isLifted = lifted.includes(range);
    hash.add(range.argument.shape);
    hash.add(isLifted);
    if (!isLifted) hash.add(range.cells);
  }
  return hash;
}

function size(result: Result): number {
  if (!Array.isArray(result)) return overhead + 1;
  const [first] = result as readonly unknown[];
  return overhead + result.length * (Array.isArray(first) ? first.length : 1);
}
