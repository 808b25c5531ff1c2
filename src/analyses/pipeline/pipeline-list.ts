import { pipelineTable, type Row } from "../../workbook/tables";
import { leafId } from "../forecast/plan-forecast";

type PipelineRow = Row<typeof pipelineTable.columns>;

/** One item at one place, month by month. */
export interface PipelineLeaf {
  readonly id: string;
  readonly item: string;
  readonly location: string | null;
  readonly months: readonly PipelineRow[];
  /** The first month that ends short; undefined where none does. */
  readonly firstShort: number | undefined;
  /** Units short at the end of that month. */
  readonly short: number;
}

/** Items that run short first, then those below safety stock, then the others. */
export function pipelineLeaves(rows: readonly PipelineRow[]): PipelineLeaf[] {
  const byLeaf = new Map<string, PipelineRow[]>();
  for (const row of rows) {
    const id = leafId(row.Item ?? "", row.Location ?? "");
    const list = byLeaf.get(id);
    if (list === undefined) byLeaf.set(id, [row]);
    else list.push(row);
  }
  return [...byLeaf]
    .map(([id, months]): PipelineLeaf => {
      const first = months.find(({ State }) => State === "short");
      return {
        id,
        item: months[0].Item ?? "",
        location: months[0].Location,
        months,
        firstShort: first?.Month ?? undefined,
        short: -(first?.Closing ?? 0),
      };
    })
    .sort((a, b) => (a.firstShort ?? Infinity) - (b.firstShort ?? Infinity) || b.short - a.short || 0);
}
