import { CellError, internalError, toCellError } from "../functions/cell-error";
import type { Cell, Cells } from "../functions/cells";
import type { Result } from "../functions/define";
import { joinItems, type CallPlan, type Outcome, type Range } from "../functions/evaluate";
import type { CallCost } from "./call-cost";
import { answered, type Job, type Portion } from "./job";
import type { Reply } from "./requests";

/** One call of a function on its way through the pool; a call for many items is cut into portions of items. */
export class CallJob implements Job {
  private readonly results: Result[];
  private sent: number;
  private missing: number;

  constructor(
    private readonly plan: CallPlan,
    private readonly cost: CallCost,
    private readonly settle: (outcome: Outcome) => void,
  ) {
    this.sent = plan.from;
    this.missing = plan.to - plan.from;
    this.results = new Array<Result>(this.missing).fill(null);
  }

  get open(): number {
    return this.plan.to - this.sent;
  }

  next(milliseconds: number, workers: number): Portion | undefined {
    if (this.open === 0) return undefined;
    if (this.plan.lifted.length === 0) return this.whole();
    const affordable = Math.floor(milliseconds / this.cost.perItem(this.plan));
    const fair = Math.ceil(this.open / workers);
    return this.items(Math.max(1, Math.min(affordable, fair)));
  }

  private whole(): Portion {
    const { definition, ranges } = this.plan;
    this.sent = this.plan.to;
    return {
      request: { kind: "call", name: definition.name, args: ranges.map(({ cells }) => cells) },
      done: (reply) => {
        const done = answered<Outcome>(reply);
        if (done === undefined) return this.settle([[this.fault(reply)]]);
        this.cost.learn(this.plan, 1, done.milliseconds);
        this.settle(done.answer.map((row) => row.map(cellFromWorker)));
      },
    };
  }

  private items(count: number): Portion {
    const { definition, ranges, lifted } = this.plan;
    const from = this.sent;
    this.sent += count;
    return {
      request: {
        kind: "items",
        name: definition.name,
        args: ranges.map((range) => (lifted.includes(range) ? part(range, from, from + count) : range.cells)),
        lifted: ranges.map((range) => lifted.includes(range)),
        count,
      },
      done: (reply) => this.take(from, count, reply),
    };
  }

  private take(from: number, count: number, reply: Reply): void {
    const done = answered<readonly Result[]>(reply);
    if (done !== undefined) this.cost.learn(this.plan, count, done.milliseconds);
    const fault = done === undefined ? this.fault(reply) : undefined;
    for (let i = 0; i < count; i++) {
      this.results[from - this.plan.from + i] = fault ?? resultFromWorker(done!.answer[i]);
    }
    this.missing -= count;
    if (this.missing === 0) this.settle(this.joined());
  }

  private joined(): Outcome {
    try {
      return joinItems(this.plan, this.results);
    } catch (thrown) {
      return [[toCellError(thrown)]];
    }
  }

  private fault(reply: Reply): CellError {
    console.error(`Stockbook internal error in ${this.plan.definition.name}`, reply);
    return internalError();
  }
}

/** The items of a range from one place up to another, lying as they lay. */
function part({ argument, cells }: Range, from: number, to: number): Cells {
  const down = argument.shape === "series" || cells[0].length === 1;
  return down ? cells.slice(from, to) : [cells[0].slice(from, to)];
}

/** Between threads an error loses its class. */
function cellFromWorker(cell: Cell): Cell {
  return typeof cell === "object" && cell !== null ? new CellError(cell.code, cell.message) : cell;
}

function resultFromWorker(result: Result): Result {
  if (!Array.isArray(result)) return cellFromWorker(result as Cell);
  return (result as readonly Result[]).map(resultFromWorker) as Result;
}
