import { planOfItems, type CallPlan } from "../functions/call-plan";
import { CellError, internalError } from "../functions/cell-error";
import type { Cell } from "../functions/cells";
import type { Result } from "../functions/define";
import type { Outcome } from "../functions/evaluate";
import type { CallCost } from "./call-cost";
import { answered, type Job, type Portion } from "./job";
import type { Reply } from "./requests";

/** One call of a function for one item, on its way through the pool. */
export class SingleCallJob implements Job {
  private sent = false;

  constructor(
    private readonly plan: CallPlan,
    private readonly cost: CallCost,
    private readonly settle: (outcome: Outcome) => void,
  ) {}

  get open(): number {
    return this.sent ? 0 : 1;
  }

  next(): Portion | undefined {
    if (this.sent) return undefined;
    this.sent = true;
    const { definition, ranges } = this.plan;
    return {
      request: { kind: "call", name: definition.name, args: ranges.map(({ cells }) => cells) },
      done: (reply) => {
        const done = answered<Outcome>(reply);
        if (done === undefined) return this.settle([[fault(this.plan, reply)]]);
        this.cost.learn(this.plan, 1, done.milliseconds);
        this.settle(done.answer.map((row) => row.map(cellFromWorker)));
      },
    };
  }
}

/** A call for many items, cut into portions of items. */
export class ManyCallsJob implements Job {
  private sent: number;
  private missing: number;

  constructor(
    private readonly plan: CallPlan,
    private readonly cost: CallCost,
    /** Told of each item of the plan, counted from 0. */
    private readonly note: (item: number, result: Result) => void,
    private readonly settle: () => void,
  ) {
    this.sent = plan.from;
    this.missing = plan.to - plan.from;
  }

  get open(): number {
    return this.plan.to - this.sent;
  }

  next(milliseconds: number, workers: number): Portion | undefined {
    if (this.open === 0) return undefined;
    const affordable = Math.floor(milliseconds / this.cost.perItem(this.plan));
    const fair = Math.ceil(this.open / workers);
    return this.items(Math.max(1, Math.min(affordable, fair)));
  }

  private items(count: number): Portion {
    const { definition, ranges, lifted } = this.plan;
    const from = this.sent;
    this.sent += count;
    const part = planOfItems(
      this.plan,
      Array.from({ length: count }, (_, i) => from + i),
    );
    return {
      request: {
        kind: "items",
        name: definition.name,
        args: part.ranges.map(({ cells }) => cells),
        lifted: ranges.map((range) => lifted.includes(range)),
        count,
      },
      done: (reply) => this.take(from - this.plan.from, count, reply),
    };
  }

  private take(first: number, count: number, reply: Reply): void {
    const done = answered<readonly Result[]>(reply);
    if (done !== undefined) this.cost.learn(this.plan, count, done.milliseconds);
    const error = done === undefined ? fault(this.plan, reply) : undefined;
    for (let i = 0; i < count; i++) this.note(first + i, error ?? resultFromWorker(done!.answer[i]));
    this.missing -= count;
    if (this.missing === 0) this.settle();
  }
}

function fault({ definition }: CallPlan, reply: Reply): CellError {
  console.error(`Stockbook internal error in ${definition.name}`, reply);
  return internalError();
}

/** Between threads an error loses its class. */
function cellFromWorker(cell: Cell): Cell {
  return typeof cell === "object" && cell !== null ? new CellError(cell.code, cell.message) : cell;
}

function resultFromWorker(result: Result): Result {
  if (!Array.isArray(result)) return cellFromWorker(result as Cell);
  return (result as readonly Result[]).map(resultFromWorker) as Result;
}
