export interface BufferProfile {
  /** Average daily usage, units per day. */
  readonly averageDailyUsage: number;
  /** Decoupled lead time, days. */
  readonly decoupledLeadTime: number;
  /** Lead time factor, 0-1. */
  readonly leadTimeFactor: number;
  /** Variability factor, 0-1 (above 1 in extreme cases). */
  readonly variabilityFactor: number;
  /** Units; 0 for none. */
  readonly minimumOrder: number;
  /** Desired order cycle, days; 0 for none. */
  readonly orderCycle: number;
}

export interface DdmrpBuffer {
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly topOfYellow: number;
  readonly topOfGreen: number;
}

/**
 * Zones of a demand-driven buffer.
 * Red = base + base x variability factor with base = ADU x DLT x lead time factor; yellow = ADU x DLT; green = the largest of
 * base, minimum order and ADU x order cycle.
 * Source: Ptak and Smith (2019), Demand Driven Material Requirements Planning, 3rd ed., ch. 7.
 */
export function ddmrpBuffer(profile: BufferProfile): DdmrpBuffer {
  const yellow = profile.averageDailyUsage * profile.decoupledLeadTime;
  const redBase = yellow * profile.leadTimeFactor;
  const red = redBase * (1 + profile.variabilityFactor);
  const green = Math.max(redBase, profile.minimumOrder, profile.averageDailyUsage * profile.orderCycle);
  return { red, yellow, green, topOfYellow: red + yellow, topOfGreen: red + yellow + green };
}
