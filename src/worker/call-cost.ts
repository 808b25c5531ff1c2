import type { CallPlan } from "../functions/call-plan";

/** Milliseconds for one cell of one item until a call has been measured: a long fit, a light one, a formula. */
const firstGuess = { heavy: 0.5, series: 0.02, scalars: 0.002 };
/** Ten times the milliseconds that finding an item takes: once an item, and for each of its cells. */
const worth = { item: 0.01, cell: 0.001 };
/** Weight of the newest measurement. */
const learning = 0.3;

/** What calls cost, learnt from those that were made. It decides where work is done, never what comes out. */
export class CallCost {
  private readonly perCell = new Map<string, number>();

  /** Milliseconds one item of the call should take. */
  perItem(plan: CallPlan): number {
    const { name, heavy } = plan.definition;
    const ofSeries = plan.lifted.some(({ argument }) => argument.shape === "series");
    const guess = firstGuess[heavy ? "heavy" : ofSeries ? "series" : "scalars"];
    return (this.perCell.get(name) ?? guess) * cellsAnItem(plan);
  }

  /** Whether an item takes far longer to calculate than to be found among those remembered. */
  isWorthRemembering(plan: CallPlan): boolean {
    return this.perItem(plan) > worth.item + worth.cell * cellsAnItem(plan);
  }

  learn(plan: CallPlan, items: number, milliseconds: number): void {
    const { name } = plan.definition;
    const measured = milliseconds / items / cellsAnItem(plan);
    const before = this.perCell.get(name);
    this.perCell.set(name, before === undefined ? measured : before + learning * (measured - before));
  }
}

function cellsAnItem({ ranges, lifted }: CallPlan): number {
  let cells = 0;
  for (const range of ranges) {
    if (!lifted.includes(range)) cells += range.cells.length * range.cells[0].length;
    else cells += range.argument.shape === "series" ? range.cells[0].length : 1;
  }
  return Math.max(1, cells);
}
