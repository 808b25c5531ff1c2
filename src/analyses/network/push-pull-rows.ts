import type { EchelonRole } from "../../engine/network";
import type { pushPullTable, Row } from "../../workbook/tables";
import { boundaryReason } from "./boundary-reasons";
import type { BoundaryCost, DecoupledItem } from "./decouple-item";

export type PushPullRow = Row<typeof pushPullTable.columns>;

/** Before the boundary by forecast, after it to order. */
const roleOf = (echelon: number, boundary: number): EchelonRole =>
  echelon < boundary ? "PUSH" : echelon > boundary ? "PULL" : "BUFFER";

const total = (cost: BoundaryCost | null | undefined): number | null =>
  cost === null || cost === undefined ? null : cost.stock + cost.transport;

/** What `to` costs more than `from`; null where one of them cannot be. */
const difference = (to: number | null, from: number | null): number | null =>
  to === null || from === null ? null : to - from;

/** The rows of one item, the furthest echelon from the customer first; echelons agreed on keep their mark. */
export function pushPullRows(
  decoupled: DecoupledItem,
  agreed: ReadonlySet<string>,
  runId: string,
): Partial<PushPullRow>[] {
  const { item, tolerance, echelons, boundary, gap } = decoupled;
  const costs = echelons.map(({ cost }) => total(cost));
  return echelons.map((echelon, e): Partial<PushPullRow> => ({
    Item: item,
    Echelon: echelon.name,
    Step: e + 1,
    Agreed: agreed.has(echelon.name) ? "yes" : null,
    Locations: echelon.locations.join(", "),
    Days: echelon.days,
    Wait: tolerance,
    Demand: echelon.demand,
    CV: echelon.cv,
    UnitValue: echelon.unitValue,
    Advised: roleOf(e, boundary.advised),
    Optimiser: roleOf(e, boundary.optimiser),
    ByDemand: roleOf(e, boundary.demand),
    ByTransport: roleOf(e, boundary.transport),
    Holds: echelon.cost?.holds.join(", ") ?? null,
    StockCost: echelon.cost?.stock ?? null,
    TransportCost: echelon.cost?.transport ?? null,
    Cost: costs[e],
    More: difference(costs[e], costs[boundary.advised]),
    ToCustomer: difference(costs[e + 1] ?? null, costs[e]),
    ToSupplier: difference(costs[e - 1] ?? null, costs[e]),
    ShipToOrder: e === 0 ? null : echelon.byOrders,
    ShipInLots: e === 0 ? null : echelon.byLots,
    Reason: boundaryReason(decoupled, e),
    Gap: gap,
    RunId: runId,
  }));
}

/** Echelons by item in which people agreed to have the stock. */
export function agreedEchelons(rows: readonly PushPullRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const agreed = new Map<string, Set<string>>();
  for (const { Item, Echelon, Agreed } of rows) {
    if (Agreed === null || Item === null || Echelon === null) continue;
    agreed.set(Item, (agreed.get(Item) ?? new Set()).add(Echelon));
  }
  return agreed;
}

/** What is wrong with the agreement of an item; undefined where nothing is. */
export function agreementProblem(
  { item, echelons }: DecoupledItem,
  agreed: ReadonlySet<string>,
): string | undefined {
  const names = [...agreed];
  if (names.length > 1) return `${item}: Agreed must stand in one echelon, got ${names.join(" and ")}`;
  const at = echelons.findIndex(({ name }) => name === names[0]);
  if (names.length === 0 || echelons[at]?.cost) return undefined;
  return at < 0
    ? `${item}: the boundary was agreed at ${names[0]}, an echelon that its network no longer has`
    : `${item}: the boundary was agreed at ${names[0]}, where it cannot be`;
}
