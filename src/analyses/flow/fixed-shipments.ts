import type { FlowLane } from "../../engine/network";
import { flowPlanTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { ItemFlow } from "./flow-network";
import type { FlowRow } from "./flow-rows";

type Fixed = NonNullable<FlowLane["fixed"]>;

export interface FixedShipments {
  /** The flow with what is fixed on its lanes. */
  readonly of: (flow: ItemFlow) => ItemFlow;
  /** Rows that stay, whether the plan has them or not. */
  readonly rows: readonly FlowRow[];
  /** Of the items besides the one that is planned anew, those that have a plan. */
  readonly isPlanned: (item: string) => boolean;
  /** Told once all flows have been asked for. */
  readonly issues: () => readonly Issue[];
}

/**
 * Rows of FlowPlan that stay as they are: those with Fixed and, where only one item is planned, all rows of the others, so that it finds
 * the capacity they leave.
 */
export function fixedShipments(
  content: TableContent | undefined,
  starts: readonly number[],
  onlyItem: string,
): FixedShipments {
  const {
    rows,
    rowNumbers,
    issues: readIssues,
  } = content === undefined
    ? { rows: [], rowNumbers: [], issues: [] }
    : readRows(flowPlanTable, content.columns, content.rows);
  const issues: Issue[] = [...readIssues];
  const periods = starts.length - 1;
  const isOther = (item: string | null) => onlyItem !== "" && item !== onlyItem;
  const byWay = new Map<
    string,
    { readonly units: (number | null)[]; readonly row: number; readonly text: string }
  >();
  const known = new Set<string>();
  const kept: FlowRow[] = [];
  rows.forEach((row, i) => {
    const { Item, From, To, Date, Qty, Fixed: isFixed } = row;
    if (Item !== null) known.add(Item);
    if (isFixed !== true && !isOther(Item)) return;
    const tell = (column: string, message: string) =>
      issues.push({ table: flowPlanTable.name, row: rowNumbers[i], column, message });
    const period = starts.findIndex((start) => Date !== null && Date < start) - 1;
    kept.push(period < 0 ? row : { ...row, Date: starts[period] });
    if (period < 0) {
      if (isFixed === true)
        tell("Date", `Date must lie in the periods that are planned: ${Item} is not fixed`);
      return;
    }
    if (Qty === null) return tell("Qty", `Qty must not be blank: ${Item} is not fixed`);
    const way = wayId(Item, From, To);
    const { units = new Array<number | null>(periods).fill(null) } = byWay.get(way) ?? {};
    units[period] = (units[period] ?? 0) + Qty;
    byWay.set(way, { units, row: rowNumbers[i], text: `${Item} from ${From} to ${To}` });
  });
  const used = new Set<string>();
  return {
    rows: kept,
    issues: () => [
      ...issues,
      ...[...byWay]
        .filter(([way]) => !used.has(way))
        .map(([, { row, text }]) => ({
          table: flowPlanTable.name,
          row,
          column: "Item",
          message: `${text} is no lane that is planned: it is not fixed`,
        })),
    ],
    isPlanned: (item) => !isOther(item) || known.has(item),
    of: (flow) => {
      const { name } = flow.good;
      const lanes = flow.good.lanes.map((lane, k): FlowLane => {
        const { from, to } = flow.lanes[k];
        const way = wayId(name, from, to);
        const found = used.has(way) ? undefined : byWay.get(way)?.units;
        used.add(way);
        const fixed: Fixed | undefined = isOther(name)
          ? Array.from({ length: periods }, (_, t) => found?.[t] ?? 0)
          : found;
        return fixed === undefined ? lane : { ...lane, fixed };
      });
      return { ...flow, good: { ...flow.good, lanes } };
    },
  };
}

const wayId = (item: string | null, from: string | null, to: string | null) =>
  JSON.stringify([item, from, to]);
