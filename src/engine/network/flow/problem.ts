/** One good at one place. */
export interface FlowSite {
  readonly id: string;
  /** Units at the start of the first period. */
  readonly opening: number;
  /** Units on order that arrive, by period. */
  readonly inbound: readonly number[];
  /** Most that can be bought or made here, by period; Infinity for no limit, 0 where nothing can. */
  readonly source: readonly number[];
  /** Units customers want here, by period. */
  readonly demand: readonly number[];
  /** Stock that every period should end with. */
  readonly minimum: number;
  /** Money for a unit that a period ends with. */
  readonly holdingCost: number;
}

/** A way of one good between two of its sites. */
export interface FlowLane {
  /** Positions in the list of sites. */
  readonly from: number;
  readonly to: number;
  /** Whole periods; 0 arrives in the period in which it leaves. */
  readonly leadTime: number;
  /** Freight, money a unit. */
  readonly cost: number;
  /** Money a unit for the capital that is under way. */
  readonly transitCost: number;
  /** Units that a shipment has at least; 0 for any. */
  readonly least: number;
  /** Shipments are whole multiples of it; 0 for any quantity. */
  readonly multiple: number;
  /** Exactly so many units leave in a period, whatever `least` and `multiple` say; null where that is open. */
  readonly fixed?: readonly (number | null)[];
}

/** What is planned by itself, save for the capacities it shares. */
export interface FlowGood {
  readonly name: string;
  readonly sites: readonly FlowSite[];
  readonly lanes: readonly FlowLane[];
  /** Money for a unit that customers still wait for at the end of a period. */
  readonly shortagePenalty: number;
  /** Money for a unit by which a period ends below the minimum stock. */
  readonly minimumPenalty: number;
}

/** What leaves on these lanes together. */
export interface FlowLimit {
  readonly name: string;
  /** Positions of goods, and of lanes among theirs. */
  readonly lanes: readonly { readonly good: number; readonly lane: number }[];
  /** By period; Infinity for no limit. */
  readonly most: readonly number[];
}

/** What these sites hold together at the end of a period. More is held only where that cannot be avoided. */
export interface FlowStore {
  readonly name: string;
  readonly sites: readonly { readonly good: number; readonly site: number }[];
  readonly most: number;
}

export interface FlowProblem {
  /** Names of the periods, for messages. */
  readonly periods: readonly string[];
  readonly goods: readonly FlowGood[];
  readonly limits: readonly FlowLimit[];
  readonly stores: readonly FlowStore[];
  /** Times that both penalties count at the end of the last period, for goods are needed after it too; 1 where left out. */
  readonly endWeight?: number;
}

/** How often each period's penalties count. */
export function penaltyWeights({ periods, endWeight = 1 }: FlowProblem): number[] {
  return periods.map((_, t) => (t === periods.length - 1 ? endWeight : 1));
}
