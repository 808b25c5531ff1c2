/** A lane that serves one item, and the place it leads to. */
export interface LaneTerms {
  /** Units a year. */
  readonly demand: number;
  /** Times a year that the lane runs. */
  readonly departures: number;
  /** Money a unit. */
  readonly freight: number;
  /** Smallest shipment, units; 0 for none. */
  readonly smallest: number;
  /** Shipments are a multiple of it; 1 for any number of units. */
  readonly multiple: number;
  /** Of a unit where the lane ends, money a year. */
  readonly holdingCost: number;
}

/** What a lane costs a year beyond the freight of the units themselves. */
export interface LaneEconomics {
  /** Units that customers order between two departures; at least one. */
  readonly order: number;
  /** Smallest shipment that can be sent. */
  readonly lot: number;
  /** Each departure takes what was ordered: freight for the rest of the shipment, which travels empty. */
  readonly byOrders: number;
  /** Shipments are full: what comes before it is ordered is held. */
  readonly byLots: number;
}

/**
 * Pull against push on one lane. To order, small shipments pay for room they do not use; in lots, full shipments wait for demand.
 * Economies of scale in transport speak for push, their absence for pull (Simchi-Levi et al. 2008). A shipment below the smallest pays
 * for the smallest. Orders are taken to be alike, so that a lot that lasts for several leaves (lot - order) / 2 on hand; in packs their sums
 * end anywhere between two multiples, so that at least (multiple - 1) / 2 is held, or stays empty.
 */
export function laneEconomics(terms: LaneTerms): LaneEconomics {
  const { demand, departures, freight, smallest, multiple, holdingCost } = terms;
  const lot = Math.ceil(Math.max(1, smallest) / multiple - 1e-9) * multiple;
  if (demand <= 0) return { order: 0, lot, byOrders: 0, byLots: 0 };
  const order = Math.max(1, demand / departures);
  const empty = Math.max(lot - order, (multiple - 1) / 2);
  const held = Math.max(lot - order, multiple - 1) / 2;
  return { order, lot, byOrders: (freight * empty * demand) / order, byLots: holdingCost * held };
}
