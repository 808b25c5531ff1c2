import { minimiseOnInterval } from "../math/minimise-on-interval";

export interface DisruptedSupply {
  /** Units per year, above 0. */
  readonly demand: number;
  /** Money per order, above 0. */
  readonly orderCost: number;
  /** Money per unit and year. */
  readonly holdingCost: number;
  /** Money per unit that is asked for while the shelf is empty; it is lost. */
  readonly lostCost: number;
  /** Times a year at which a supplier that works breaks down: 1 over the mean time up, in years. */
  readonly failureRate: number;
  /** 1 over the mean time down, in years. */
  readonly recoveryRate: number;
}

/**
 * Cost per year of ordering Q whenever the shelf is empty, or at the end of the outage where the supplier is then down. Times up and down
 * are exponential; with psi the chance that the supplier is down when the shelf runs empty,
 * g(Q) = (K + h Q^2 / 2d + p d psi / mu) / (Q / d + psi / mu), psi = lambda / (lambda + mu) x (1 - exp(-(lambda + mu) Q / d)).
 * Source: Parlar and Berkin (1991), corrected by Berk and Arreola-Risa (1994); Snyder and Shen (2019), equation 9.5.
 */
export function disruptedCost(supply: DisruptedSupply, quantity: number): number {
  const { demand, orderCost, holdingCost, lostCost, recoveryRate } = supply;
  const down = chanceDown(supply, quantity) / recoveryRate;
  const carrying = (holdingCost * quantity * quantity) / (2 * demand);
  return (orderCost + carrying + lostCost * demand * down) / (quantity / demand + down);
}

/** Share of demand that finds an empty shelf. */
export function disruptedLoss(supply: DisruptedSupply, quantity: number): number {
  const down = chanceDown(supply, quantity) / supply.recoveryRate;
  return down / (quantity / supply.demand + down);
}

function chanceDown({ demand, failureRate, recoveryRate }: DisruptedSupply, quantity: number): number {
  const rate = failureRate + recoveryRate;
  return (failureRate / rate) * -Math.expm1((-rate * quantity) / demand);
}

/** Cheapest lot, found on a grid of five decades around the approximation and then to the last digits. Same source. */
export function disruptedOrderQuantity(supply: DisruptedSupply): number {
  const near = Math.log(approximateDisruptedQuantity(supply));
  const grid = Array.from({ length: gridPoints }, (_, i) => near + span * ((2 * i) / (gridPoints - 1) - 1));
  // In logarithms, so that small and large lots are found alike.
  return Math.exp(minimiseOnInterval((log) => disruptedCost(supply, Math.exp(log)), grid, 1e-10));
}

/** Natural logarithm of how far the optimum may lie from the approximation, either way. */
const span = 6;
const gridPoints = 121;

/**
 * The lot in closed form, as if the chance of finding the supplier down did not depend on the lot; good where a lot lasts long beside the
 * times up and down.
 * Source: Snyder (2014), A tight approximation for a continuous-review inventory model with supplier disruptions.
 */
export function approximateDisruptedQuantity(supply: DisruptedSupply): number {
  const { demand, orderCost, holdingCost, lostCost, failureRate, recoveryRate } = supply;
  const share = failureRate / (failureRate + recoveryRate);
  const down = (share * demand * holdingCost) / recoveryRate;
  const work = 2 * holdingCost * demand * (orderCost + (demand * lostCost * share) / recoveryRate);
  // The root of Q^2 h^2 + 2 Q h down = work, without the cancellation of a difference.
  return work / (holdingCost * (Math.sqrt(down * down + work) + down));
}
