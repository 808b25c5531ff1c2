import { rebalance, type Layer, type RebalanceLane } from "../../engine/allocation";

/** One site of one item as it stands, units. */
export interface SiteStock {
  readonly location: string;
  /** Usable stock less open orders. */
  readonly free: number;
  /** On order, and on its way from moves that were accepted. */
  readonly incoming: number;
  readonly reorderPoint: number;
  /** Expected over the horizon in which stock is still of use. */
  readonly use: number;
  /** Expected until regular supply could arrive. */
  readonly untilSupply: number;
}

export interface MoveLane {
  readonly from: string;
  readonly to: string;
  readonly freight: number;
  readonly leadTime: number | null;
  /** Smallest move, units. */
  readonly least: number;
  readonly multiple: number;
  /** Largest move, units; null where the lane has no capacity. */
  readonly most: number | null;
}

/** One item, ready to be worked on anywhere. */
export interface MoveTask {
  readonly item: string;
  readonly sites: readonly SiteStock[];
  readonly lanes: readonly MoveLane[];
  readonly cost: number;
  /** Money a unit sold brings; 0 where not known. */
  readonly margin: number;
  /** Part of its cost that a unit loses which the source will not use. */
  readonly writeDown: number;
  /** Part of the margin that a unit is worth which refills up to the reorder point. */
  readonly refill: number;
  readonly moveCost: number;
}

export interface ProposedMove {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly units: number;
  readonly value: number;
  readonly freight: number;
  readonly avoided: number;
  readonly margin: number;
  readonly benefit: number;
  readonly leadTime: number | null;
  readonly sourceAfter: number;
  readonly sourceReorderPoint: number;
  readonly sinkBefore: number;
  readonly sinkAfter: number;
  readonly reason: string;
}

/**
 * Moves of one item. A source gives what lies above its reorder point, first what it will not use within the horizon. A sink takes what it
 * needs until regular supply could arrive, then up to its reorder point, then what it will use itself.
 */
export function moveItem(task: MoveTask): ProposedMove[] {
  const { sites, lanes, cost, margin, writeDown, refill, moveCost } = task;
  const position = new Map(sites.map(({ location }, i) => [location, i]));
  const sources: Layer[] = [];
  const sinks: Layer[] = [];
  sites.forEach((stock, site) => {
    const { spare, excess, short, below, room } = layersOf(stock);
    sources.push({ site, units: excess, worth: writeDown * cost }, { site, units: spare, worth: 0 });
    sinks.push(
      { site, units: short, worth: margin },
      { site, units: below, worth: refill * margin },
      { site, units: room, worth: 0 },
    );
  });
  const used = lanes.filter(({ from, to }) => position.has(from) && position.has(to));
  const moves = rebalance({
    sources: sources.filter(({ units }) => units > 0),
    sinks: sinks.filter(({ units }) => units > 0),
    lanes: used.map(({ from, to, freight, least, multiple, most }): RebalanceLane => ({
      from: position.get(from)!,
      to: position.get(to)!,
      freight,
      least,
      multiple,
      ...(most === null ? {} : { most }),
    })),
    moveCost,
  });
  const given = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { lane, units } of moves) {
    given.set(used[lane].from, (given.get(used[lane].from) ?? 0) + units);
    taken.set(used[lane].to, (taken.get(used[lane].to) ?? 0) + units);
  }
  return moves.map(({ lane, units, avoided, gained }) => {
    const { from, to, freight, leadTime } = used[lane];
    const [source, sink] = [sites[position.get(from)!], sites[position.get(to)!]];
    const money = units * freight + moveCost;
    return {
      item: task.item,
      from,
      to,
      units,
      value: units * cost,
      freight: money,
      avoided,
      margin: gained,
      benefit: avoided + gained - money,
      leadTime,
      sourceAfter: source.free - given.get(from)!,
      sourceReorderPoint: source.reorderPoint,
      sinkBefore: sink.free + sink.incoming,
      sinkAfter: sink.free + sink.incoming + taken.get(to)!,
      reason: reasonOf(avoided, gained, source, sink),
    };
  });
}

/** Units by what they are worth: a site that needs something gives nothing, one that has too much takes nothing. */
export function layersOf({ free, incoming, reorderPoint, use, untilSupply }: SiteStock) {
  const position = free + incoming;
  const spareAll = Math.max(0, free - reorderPoint);
  // Whole units go: what is partly of use is of use.
  const excess = Math.min(spareAll, Math.max(0, Math.floor(position - Math.max(reorderPoint, use))));
  const need = Math.max(0, reorderPoint - position);
  const short = Math.min(need, Math.max(0, Math.ceil(untilSupply - position)));
  const isGiving = need === 0;
  return {
    excess: isGiving ? excess : 0,
    spare: isGiving ? spareAll - excess : 0,
    short,
    below: need - short,
    room: excess > 0 ? 0 : Math.max(0, use - Math.max(position, reorderPoint)),
  };
}

function reasonOf(avoided: number, gained: number, source: SiteStock, sink: SiteStock): string {
  const shown = (units: number) => Math.round(units).toLocaleString("en");
  const parts = [
    ...(gained > 0
      ? [
          `${sink.location} stands at ${shown(sink.free + sink.incoming)}, its reorder point is ${shown(sink.reorderPoint)}`,
        ]
      : []),
    ...(avoided > 0
      ? [`${source.location} has ${shown(source.free + source.incoming)} and will use ${shown(source.use)}`]
      : []),
  ];
  return parts.join("; ");
}
