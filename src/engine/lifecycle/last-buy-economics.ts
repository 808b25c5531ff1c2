import { normalLoss } from "../math/normal";

/** Demand until the end of service, normally distributed. */
export interface EndDemand {
  readonly mean: number;
  readonly sd: number;
  /** Years until then. */
  readonly years: number;
}

/** Money per unit. */
export interface EndTerms {
  readonly cost: number;
  /** Sales price; undefined where not known: then nothing is said of lost margin. */
  readonly price?: number;
  /** What a unit left at the end still brings; negative where scrapping costs. */
  readonly salvage: number;
  /** Keeping a unit for a year. */
  readonly storage: number;
}

export interface StockToTheEnd {
  /** Units expected to be left, and to be missing. */
  readonly leftOver: number;
  readonly short: number;
  /** Money. */
  readonly storage: number;
  readonly scrap: number;
  /** Margin on the units missing; undefined without a price. */
  readonly lostMargin?: number;
}

/**
 * What it costs to serve the rest of a product's life from a stock of `units`, beside the purchase of the units that are used: storage
 * while they lie, running down evenly; those left at their cost less what they bring; the margin of those missing.
 * Source: Teunter and Fortuin (1999); the newsvendor's overage and underage, Silver, Pyke and Thomas (2017), section 9.2.
 */
export function stockToTheEnd(units: number, { mean, sd, years }: EndDemand, terms: EndTerms): StockToTheEnd {
  const short = sd > 0 ? sd * normalLoss((units - mean) / sd) : Math.max(0, mean - units);
  const leftOver = units - mean + short;
  const { cost, price, salvage, storage } = terms;
  return {
    leftOver,
    short,
    storage: ((units + leftOver) / 2) * years * storage,
    scrap: leftOver * (cost - salvage),
    lostMargin: price === undefined ? undefined : short * Math.max(0, price - cost),
  };
}
