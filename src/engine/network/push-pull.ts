import { PlanningError } from "../errors";

export const echelonRoles = ["PUSH", "BUFFER", "PULL"] as const;
/** PUSH: by forecast. BUFFER: the decoupling echelon, which holds the stock. PULL: to order. */
export type EchelonRole = (typeof echelonRoles)[number];

/** One echelon of a chain. */
export interface Echelon {
  /** Days from here to the customer. */
  readonly cumulativeLeadTime: number;
  /** Coefficient of variation of the demand that arrives here; NaN where it is not known. */
  readonly cv: number;
  /** Worth of a unit here; NaN where it is not known. */
  readonly unitValue: number;
}

export interface Decoupling {
  readonly roles: readonly EchelonRole[];
  /** Where the buffer is. */
  readonly buffer: number;
  /** What a buffer at each echelon costs against the one chosen, as a ratio; NaN where it could not serve in time or is not known. */
  readonly relativeCost: readonly number[];
}

/**
 * The decoupling point of a chain: stock is held where it still reaches the customer within the time he tolerates; what lies beyond is
 * replenished by forecast, what lies before works to order (Olhager 2003). Where value and cv are known, the cheapest such echelon:
 * value x cv x sqrt(time from the first echelon to here), which is the guaranteed-service model with a single buffer that delivers at once
 * (Graves and Willems 2000); else the one furthest from the customer, where value is least and demand pooled most.
 */
export function pushPull(echelons: readonly Echelon[], tolerance: number): Decoupling {
  const furthest = echelons.reduce((most, one) => Math.max(most, one.cumulativeLeadTime), 0);
  const known = echelons.every(({ cv, unitValue }) => !Number.isNaN(cv) && !Number.isNaN(unitValue));
  const weight = ({ cumulativeLeadTime, cv, unitValue }: Echelon) =>
    known ? unitValue * cv * Math.sqrt(furthest - cumulativeLeadTime) : -cumulativeLeadTime;
  const inTime = echelons.map(({ cumulativeLeadTime }) => cumulativeLeadTime <= tolerance);
  let buffer = -1;
  echelons.forEach((one, i) => {
    if (inTime[i] && (buffer < 0 || weight(one) < weight(echelons[buffer]))) buffer = i;
  });
  if (buffer < 0) {
    const nearest = echelons.reduce((least, one) => Math.min(least, one.cumulativeLeadTime), Infinity);
    const message = `tolerance must be at least the shortest cumulative lead time (${nearest}), got ${tolerance}: no echelon can serve in time`;
    throw new PlanningError("no-solution", "tolerance", message);
  }
  const boundary = echelons[buffer].cumulativeLeadTime;
  return {
    buffer,
    roles: echelons.map(({ cumulativeLeadTime }, i) =>
      i === buffer ? "BUFFER" : cumulativeLeadTime > boundary ? "PUSH" : "PULL",
    ),
    relativeCost: echelons.map((one, i) =>
      known && inTime[i] && weight(echelons[buffer]) > 0 ? weight(one) / weight(echelons[buffer]) : NaN,
    ),
  };
}
