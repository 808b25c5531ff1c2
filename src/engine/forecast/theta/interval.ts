import { studentQuantile } from "../../math/student-t";
import type { Interval } from "../method";
import { slopeDoubt } from "../slope-doubt";
import { type ThetaModel, thetaPath } from "./model";
import { lineTerm } from "./recursion";
import { isDynamic } from "./type";

/**
 * Student's t around the point forecasts. Errors to come move the level and, in the dynamic models, the line (for the static ones that
 * is the one-step variance times 1 + (h - 1) alpha^2: Hyndman and Billah 2003); they are taken as shares of the forecast where the
 * series shows that. The slope's own doubt comes on top.
 */
export function thetaInterval(model: ThetaModel, horizon: number, level: number): Interval {
  const { alpha, line, season, errors } = model;
  const n = season.adjusted.length;
  const t = studentQuantile(level, errors.freedom);
  const responses = squaredResponses(model, horizon);
  const path = thetaPath(model, horizon);
  const half = path.map((value, i) => {
    const size = errors.relative ? Math.abs(value) : 1;
    const oneStep = errors.variance * size * size;
    const doubt = slopeDoubt(line.slope, alpha * Math.sqrt(oneStep), n);
    return t * Math.sqrt(oneStep * responses[i] + (i + 1) ** 2 * doubt);
  });
  return {
    low: path.map((value, i) => season.restore(value - half[i], n + i)),
    high: path.map((value, i) => season.restore(value + half[i], n + i)),
  };
}

/** Sum of the squared effects that unit errors up to each period have on it; the recursion is linear, so each is followed by itself. */
export function squaredResponses(model: ThetaModel, horizon: number): Float64Array {
  const { alpha, lineWeight, type } = model;
  const n = model.season.adjusted.length;
  const sums = new Float64Array(horizon);
  if (!isDynamic(type)) return sums.map((_, i) => 1 + i * alpha * alpha);
  const before = model.line.flat();
  for (let from = 0; from < horizon; from++) {
    const line = before.copy();
    line.add(n + from, 1);
    let level = alpha;
    let decayed = Math.pow(1 - alpha, n + from + 1);
    sums[from] += 1;
    for (let i = from + 1; i < horizon; i++) {
      const moved = lineWeight * lineTerm(alpha, decayed, line.at(0), line.slope);
      const response = level + moved;
      sums[i] += response * response;
      level += alpha * moved;
      decayed *= 1 - alpha;
      line.add(n + i, response);
    }
    before.add(n + from, 0);
  }
  return sums;
}
