import { studentQuantile } from "../../math/student-t";
import type { Interval } from "../method";
import { slopeDoubt } from "../slope-doubt";
import { type CesModel, cesForecast, unitResponses } from "./model";

/**
 * Student's t around the path. The recursion is linear, so the variance ahead is that of one step times 1 + the sum of the squares of
 * what the errors between leave behind (Hyndman et al. 2008, equation 6.11, whose condition CES meets). Errors are taken as shares of
 * the forecast where the series shows that. The doubt about the slope comes on top.
 */
export function cesInterval(model: CesModel, horizon: number, level: number): Interval {
  const { errors, slope, length } = model;
  const t = studentQuantile(level, errors.freedom);
  const responses = unitResponses(model, horizon);
  const path = cesForecast(model, horizon);
  let sum = 1;
  const half = path.map((value, i) => {
    const size = errors.relative ? Math.abs(value) : 1;
    const oneStep = errors.variance * size * size;
    const doubt = slopeDoubt(slope, Math.abs(responses[i]) * Math.sqrt(oneStep), length);
    const variance = oneStep * sum + (i + 1) ** 2 * doubt;
    sum += responses[i] ** 2;
    return t * Math.sqrt(variance);
  });
  return { low: path.map((value, i) => value - half[i]), high: path.map((value, i) => value + half[i]) };
}
