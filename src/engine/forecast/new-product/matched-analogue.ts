import { insufficientData, invalidInput } from "../../errors";
import { meanLaunch, sinceLaunch } from "./analogue";

export type Attribute = string | number;

export interface Launch {
  readonly attributes: readonly Attribute[];
  /** Sales, oldest first; NaN before launch. */
  readonly sales: readonly number[];
}

export interface MatchRequest {
  /** Of the new product, in the order of the launches'. */
  readonly attributes: readonly Attribute[];
  readonly launches: readonly Launch[];
  /** How many launches count as near. */
  readonly nearest: number;
  readonly h: number;
}

export interface MatchedForecast {
  readonly forecast: number[];
  /** Launches that count as near, nearest first, by place in the list, with their distance from 0 (alike) to 1. */
  readonly near: readonly { readonly launch: number; readonly distance: number }[];
  /** How far the near ones are believed, 0 to 1; the rest is the mean of all launches. */
  readonly weight: number;
}

/** Fewer launches cannot tell whether likeness of attributes means likeness of sales. */
const fewestToLearn = 4;

/**
 * Forecast of a new product from the launches most like it in attributes, drawn towards the mean of all launches by as much as past
 * launches show that likeness foretells little: the weight is the one with which each launch is best foretold by the others.
 * Source: Gower (1971) for the distance; Gilliland (2010), ch. 6, for structured analogy.
 */
export function matchedForecast({ attributes, launches, nearest, h }: MatchRequest): MatchedForecast {
  if (launches.length === 0) throw insufficientData("launches", "must hold at least one launch", 0);
  for (const launch of launches) {
    if (launch.attributes.length !== attributes.length) {
      throw invalidInput(
        "launches",
        `must each have as many attributes as the new product (${attributes.length})`,
        launch.attributes.length,
      );
    }
  }
  const near = nearestTo(attributes, launches, nearest);
  const weight = learnedWeight(launches, nearest, h);
  const ofNear = meanLaunch(
    near.map(({ launch }) => launches[launch].sales),
    h,
  );
  const ofAll = meanLaunch(
    launches.map(({ sales }) => sales),
    h,
  );
  const unknown = ofAll.findIndex((units) => Number.isNaN(units));
  if (unknown !== -1) {
    throw insufficientData("launches", `must reach over the ${h} periods of h`, unknown);
  }
  // Where the near launches do not reach, the mean of all is what there is.
  const forecast = ofAll.map((all, t) =>
    Number.isNaN(ofNear[t]) ? all : weight * ofNear[t] + (1 - weight) * all,
  );
  return { forecast, near, weight };
}

/** Least squares of what launches sold on what their neighbours say beyond the mean of the others, kept within 0 and 1. */
function learnedWeight(launches: readonly Launch[], nearest: number, h: number): number {
  if (launches.length < fewestToLearn) return 0;
  let cross = 0;
  let square = 0;
  launches.forEach((launch, i) => {
    const others = launches.filter((_, j) => j !== i);
    const near = nearestTo(launch.attributes, others, nearest).map((one) => others[one.launch].sales);
    const [ofNear, ofAll] = [
      meanLaunch(near, h),
      meanLaunch(
        others.map(({ sales }) => sales),
        h,
      ),
    ];
    sinceLaunch(launch.sales)
      .slice(0, h)
      .forEach((units, t) => {
        if ([units, ofNear[t], ofAll[t]].some((value) => Number.isNaN(value))) return;
        cross += (ofNear[t] - ofAll[t]) * (units - ofAll[t]);
        square += (ofNear[t] - ofAll[t]) ** 2;
      });
  });
  return square === 0 ? 0 : Math.min(1, Math.max(0, cross / square));
}

function nearestTo(attributes: readonly Attribute[], launches: readonly Launch[], nearest: number) {
  const ranges = attributes.map((_, a) => {
    const values = [attributes, ...launches.map((launch) => launch.attributes)].map((one) => one[a]);
    const numbers = values.filter((value) => typeof value === "number");
    return numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);
  });
  return launches
    .map((launch, i) => ({ launch: i, distance: gower(attributes, launch.attributes, ranges) }))
    .sort((one, other) => one.distance - other.distance || one.launch - other.launch)
    .slice(0, nearest);
}

/** Mean over attributes: numbers by their difference over the range of all, others 0 if the same and 1 if not. */
function gower(one: readonly Attribute[], other: readonly Attribute[], ranges: readonly number[]): number {
  if (one.length === 0) return 0;
  const apart = one.map((value, a) => {
    const against = other[a];
    if (typeof value === "number" && typeof against === "number") {
      return ranges[a] === 0 ? 0 : Math.abs(value - against) / ranges[a];
    }
    return value === against ? 0 : 1;
  });
  return apart.reduce((sum, distance) => sum + distance, 0) / apart.length;
}
