import { PlanningError, insufficientData, invalidInput } from "../../errors";
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

/** The period, counted in time since launch, in which sales are highest; 0 where they only fall. Source: Bass (1969), equation 12. */
export function bassPeak({ innovation, imitation }: BassModel): number {
  return imitation <= innovation ? 0 : Math.log(imitation / innovation) / (innovation + imitation);
}

/** Rates between which those of any product lie, as logarithms: innovation, imitation. */
const box = { lower: [Math.log(1e-6), Math.log(1e-4)], upper: [Math.log(0.5), Math.log(5)] };
const starts = [
  [0.03, 0.4],
  [0.003, 0.8],
  [0.1, 0.05],
].map((rates) => rates.map(Math.log));

/**
 * Fits what is not given to sales since launch, by least squares on the sales of whole periods.
 * Source: Srinivasan and Mason (1986); for given p and q the market is a plain regression through the origin, so the search has at most
 * two variables. Until sales have passed their peak the market is hardly known: better give it then.
 */
export function fitBass(sales: Series, given: Partial<BassModel> = {}): BassFit {
  const known = sales.map((_, t) => t).filter((t) => !Number.isNaN(sales[t]));
  const rates = [given.innovation, given.imitation];
  const free = [0, 1].filter((i) => rates[i] === undefined);
  const needed = free.length + (given.market === undefined ? 2 : 1);
  if (known.length < needed) {
    throw insufficientData("sales", `must hold at least ${needed} periods`, known.length);
  }
  const sold = known.reduce((sum, t) => sum + sales[t], 0);
  if (!(sold > 0)) throw insufficientData("sales", "must sum to more than 0", sold);
  if (given.market !== undefined && given.market < sold) {
    throw invalidInput("market", `must be at least what was sold so far (${sold})`, given.market);
  }
  const modelAt = (searched: readonly number[]): BassFit => {
    const [innovation, imitation] = rates.map((rate, i) => rate ?? Math.exp(searched[free.indexOf(i)]));
    const share = shares(innovation, imitation, sales.length);
    const market = given.market ?? bestMarket(sales, share, known);
    const sumOfSquares = known.reduce((sum, t) => sum + (sales[t] - market * share[t]) ** 2, 0);
    return { market, innovation, imitation, sumOfSquares };
  };
  const of = (all: readonly number[]) => free.map((i) => all[i]);
  const { at } = minimise(
    (searched) => modelAt(searched).sumOfSquares,
    { lower: of(box.lower), upper: of(box.upper) },
    free.length === 0 ? [] : starts.map(of),
  );
  const fit = modelAt(at);
  // With ever fewer innovators in an ever larger market the curve becomes the exponential growth that these sales show.
  if (given.market === undefined && free.includes(0) && Math.log(fit.innovation) < box.lower[0] + 0.01) {
    const message = "sales must have slowed down to tell the market, got growth only: give market";
    throw new PlanningError("no-solution", "sales", message);
  }
  return fit;
}

/** Least squares through the origin. */
function bestMarket(sales: Series, share: readonly number[], known: readonly number[]): number {
  let cross = 0;
  let square = 0;
  for (const t of known) {
    cross += share[t] * sales[t];
    square += share[t] * share[t];
  }
  return cross / square;
}

export interface DiffusionRequest extends Partial<BassModel> {
  /** Sales since launch; none before it. */
  readonly sales?: Series;
  readonly h: number;
}

export interface Diffusion {
  readonly model: BassModel;
  /** Units in each of the h periods after the known ones. */
  readonly forecast: number[];
  /** Buyers since launch by the end of each of them. */
  readonly cumulative: number[];
  /** Time from launch to the highest sales. */
  readonly peak: number;
  /** Of sales against the curve; undefined before launch. */
  readonly sumOfSquares?: number;
}

/** Sales of a new product after those known: what is not given of the model is fitted to them. */
export function bassDiffusion({ sales, h, ...given }: DiffusionRequest): Diffusion {
  const { sumOfSquares, ...model } =
    sales === undefined ? { ...complete(given), sumOfSquares: undefined } : fitBass(sales, given);
  const after = sales?.length ?? 0;
  return {
    model,
    forecast: bassForecast(model, h, after),
    cumulative: Array.from(
      { length: h },
      (_, t) => model.market * bassShare(model.innovation, model.imitation, after + t + 1),
    ),
    peak: bassPeak(model),
    sumOfSquares,
  };
}

function complete({ market, innovation, imitation }: Partial<BassModel>): BassModel {
  const need = (name: string, rate: number | undefined) => {
    if (rate === undefined)
      throw invalidInput(name, "must be given where there are no sales to fit it to", null);
    return rate;
  };
  return {
    market: need("market", market),
    innovation: need("innovation", innovation),
    imitation: need("imitation", imitation),
  };
}
