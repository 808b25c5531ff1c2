import { invalidInput } from "../../errors";
import type { FlowGood, FlowProblem } from "./problem";

/** Refuses by name what cannot be planned. */
export function checkFlow(problem: FlowProblem): void {
  const { periods, goods, limits, stores, endWeight = 1 } = problem;
  if (periods.length < 1) throw invalidInput("periods", "must be at least 1", periods.length);
  finite("endWeight", endWeight);
  for (const good of goods) checkGood(good, periods.length);
  for (const { name, lanes, most } of limits) {
    series(name, most, periods.length, Infinity);
    for (const { good, lane } of lanes)
      if (goods[good]?.lanes[lane] === undefined)
        throw invalidInput(name, "must name lanes of goods", `${good}, ${lane}`);
  }
  for (const { name, sites, most } of stores) {
    finite(name, most);
    for (const { good, site } of sites)
      if (goods[good]?.sites[site] === undefined)
        throw invalidInput(name, "must name sites of goods", `${good}, ${site}`);
  }
}

function checkGood({ name, sites, lanes, shortagePenalty, minimumPenalty }: FlowGood, periods: number): void {
  finite(`shortagePenalty of ${name}`, shortagePenalty);
  finite(`minimumPenalty of ${name}`, minimumPenalty);
  for (const { id, opening, inbound, source, demand, minimum, holdingCost } of sites) {
    finite(`opening of ${id}`, opening);
    finite(`minimum of ${id}`, minimum);
    finite(`holdingCost of ${id}`, holdingCost);
    series(`inbound of ${id}`, inbound, periods, Number.MAX_VALUE);
    series(`demand of ${id}`, demand, periods, Number.MAX_VALUE);
    series(`source of ${id}`, source, periods, Infinity);
  }
  lanes.forEach(({ from, to, leadTime, cost, transitCost, least, multiple, fixed = [] }, k) => {
    const lane = `lane ${k + 1} of ${name}`;
    for (const end of [from, to])
      if (sites[end] === undefined) throw invalidInput(lane, "must join two sites", end);
    if (from === to) throw invalidInput(lane, "must join two different sites", sites[from].id);
    if (!Number.isInteger(leadTime) || leadTime < 0)
      throw invalidInput(`leadTime of ${lane}`, "must be whole periods", leadTime);
    finite(`cost of ${lane}`, cost);
    finite(`transitCost of ${lane}`, transitCost);
    finite(`least of ${lane}`, least);
    finite(`multiple of ${lane}`, multiple);
    for (const units of fixed) if (units !== null) finite(`fixed of ${lane}`, units);
  });
}

function finite(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw invalidInput(name, "must be at least 0", value);
}

function series(name: string, values: readonly number[], periods: number, most: number): void {
  if (values.length !== periods) throw invalidInput(name, `must have ${periods} periods`, values.length);
  const wrong = values.find((value) => !(value >= 0 && value <= most));
  if (wrong !== undefined) throw invalidInput(name, "must be at least 0", wrong);
}
