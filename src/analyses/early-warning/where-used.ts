import { bomTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

export interface Use {
  readonly parent: string;
  readonly component: string;
  readonly quantity: number;
}

export interface WhereUsed {
  readonly componentsOf: (parent: string) => readonly Use[];
  readonly parentsOf: (component: string) => readonly Use[];
  readonly issues: readonly Issue[];
}

const none: readonly Use[] = [];

/** The bill of material as it holds on a day, both ways. */
export function whereUsed(bom: TableContent | undefined, day: number): WhereUsed {
  const down = new Map<string, Use[]>();
  const up = new Map<string, Use[]>();
  const read = bom && readRows(bomTable, bom.columns, bom.rows);
  for (const { Parent, Component, Qty, From, To } of read?.rows ?? []) {
    if ((From !== null && From > day) || (To !== null && To < day)) continue;
    const use: Use = { parent: Parent as string, component: Component as string, quantity: Qty as number };
    put(down, use.parent, use);
    put(up, use.component, use);
  }
  return {
    componentsOf: (parent) => down.get(parent) ?? none,
    parentsOf: (component) => up.get(component) ?? none,
    issues: read?.issues ?? [],
  };
}

function put(map: Map<string, Use[]>, key: string, use: Use): void {
  const uses = map.get(key) ?? [];
  map.set(key, uses);
  uses.push(use);
}

/** Items below an item in the bill of material, with the units of each in one of it and the way down; loops are cut. */
export function explosion(
  top: string,
  { componentsOf }: WhereUsed,
): ReadonlyMap<string, { readonly quantity: number; readonly through: readonly string[] }> {
  const found = new Map<string, { quantity: number; through: string[] }>();
  const walk = (parent: string, quantity: number, path: readonly string[]) => {
    for (const use of componentsOf(parent)) {
      if (path.includes(use.component)) continue;
      const known = found.get(use.component) ?? { quantity: 0, through: [] };
      found.set(use.component, known);
      known.quantity += quantity * use.quantity;
      if (!known.through.includes(parent)) known.through.push(parent);
      walk(use.component, quantity * use.quantity, [...path, use.component]);
    }
  };
  walk(top, 1, [top]);
  return found;
}
