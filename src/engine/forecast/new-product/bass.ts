import { insufficientData, invalidInput } from "../../errors";
import { minimise } from "../../math/minimise";
import type { Series } from "../../demand";

/** Bass's model of first purchases. */
export interface BassModel {
  /** All who will ever buy, m. */
  readonly market: number;
  /** Coefficient of innovation p, per period: buyers who need no example. */
  readonly innovation: number;
  /** Coefficient of imitation q, per period: buyers who follow others. */
  readonly imitation: number;
}

export interface BassFit extends BassModel {
  readonly sumOfSquares: number;
}

/**
 * First purchases in each of the periods after launch, m [F(t) - F(t-1)].
 * @param after periods since launch that lie before the first one returned
 */
export function bassForecast(model: BassModel, h: number, after = 0): number[] {
  if (!(model.market > 0)) throw invalidInput("market", "must be above 0", model.market);
  if (!(model.innovation > 0)) throw invalidInput("innovation", "must be above 0", model.innovation);
  if (!(model.imitation >= 0)) throw invalidInput("imitation", "must be at least 0", model.imitation);
  return shares(model.innovation, model.imitation, after + h)
    .slice(after)
    .map((share) => model.market * share);
}

/** Cumulative share of buyers F(t) = (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t). Source: Bass (1969), equation 9. */
export function bassShare(innovation: number, imitation: number, time: number): number {
  const decayed = Math.exp(-(innovation + imitation) * time);
  return -Math.expm1(-(innovation + imitation) * time) / (1 + (imitation / innovation) * decayed);
}

function shares(innovation: number, imitation: number, count: number): number[] {
  let before = 0;
  return Array.from({ length: count }, (_, t) => {
    const now = bassShare(innovation, imitation, t + 1);
    const share = now - before;
    before = now;
    return share;
  });
}

/** A start-up of a product, in which every parameter of a market can lie. */
const box = { lower: [Math.log(1e-6), Math.log(1e-4)], upper: [Math.log(0.5), Math.log(5)] };
const starts = [
  [0.03, 0.4],
  [0.003, 0.8],
  [0.1, 0.05],
].map(([innovation, imitation]) => [Math.log(innovation), Math.log(imitation)]);

/**
 * Fits the model to sales since launch by least squares on the sales of whole periods.
 * Source: Srinivasan and Mason (1986); for given p and q the market is a plain regression through the origin, so the search has two
 * variables. Until sales have passed their peak the market is hardly known: the fit is then one of many.
 */
export function fitBass(sales: Series): BassFit {
  const known = sales.map((_, t) => t).filter((t) => !Number.isNaN(sales[t]));
  if (known.length < 4) throw insufficientData("sales", "must hold at least 4 periods", known.length);
  const bestMarket = (share: readonly number[]) => {
    let cross = 0;
    let square = 0;
    for (const t of known) {
      cross += share[t] * sales[t];
      square += share[t] * share[t];
    }
    return cross / square;
  };
  const sumOfSquares = (share: readonly number[], market: number) =>
    known.reduce((sum, t) => sum + (sales[t] - market * share[t]) ** 2, 0);
  const { at, value } = minimise(
    ([logP, logQ]) => {
      const share = shares(Math.exp(logP), Math.exp(logQ), sales.length);
      return sumOfSquares(share, bestMarket(share));
    },
    box,
    starts,
  );
  const [innovation, imitation] = at.map(Math.exp);
  const market = bestMarket(shares(innovation, imitation, sales.length));
  if (!(market > 0)) throw insufficientData("sales", "must sum to more than 0", 0);
  return { market, innovation, imitation, sumOfSquares: value };
}
