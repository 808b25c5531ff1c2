import { ModelBuilder, solveLinear } from "../optimise";
import type { Transport } from "./transport";

/** Differences in cost of a smaller share do not count; a cell that can be cancelled may take its time. */
const limits = { gap: 1e-9, seconds: 20 };

/**
 * Which lanes run in the best plan: an integer program that moves all it can, unless that is known, then one that does so at the least
 * cost. Undefined where the solver is not at hand, or has not proven its answer in time.
 */
export function lanesByProgram(
  transport: Transport,
  most: number | undefined,
): readonly boolean[] | undefined {
  const { lanes, smallest } = transport;
  const largest = most ?? mostMoved(transport);
  if (largest === undefined) return undefined;
  // What the solver's own tolerance may have added is not asked for again.
  const moved = largest - 1e-6 * (1 + smallest);
  const answer = solveLinear(
    program(transport, (a) => lanes[a].cost, moved),
    limits,
  );
  if (answer.status !== "optimal") return undefined;
  return lanes.map((_, a) => answer.values[lanes.length + a] === 1);
}

function mostMoved(transport: Transport): number | undefined {
  const answer = solveLinear(
    program(transport, () => -1, 0),
    limits,
  );
  return answer.status === "optimal" ? -answer.objective : undefined;
}

function program(
  { rows, columns, lanes, smallest }: Transport,
  costOf: (lane: number) => number,
  moved: number,
) {
  const model = new ModelBuilder();
  const units = lanes.map((_, a) => model.decide(`units on lane ${a}`, costOf(a)));
  const runs = lanes.map((_, a) => model.decide(`lane ${a} runs`, 0, { upper: 1, whole: true }));
  const rowRules = rows.map((most, i) => model.rule(`source ${i}`, { upper: most }));
  const columnRules = columns.map((most, j) => model.rule(`sink ${j}`, { upper: most }));
  // No more lanes than smallest moves fit in: implied, but the solver ends much sooner with it.
  const fit = (units: number) => ({ upper: Math.floor(units / smallest + 1e-9) });
  const fromRow = rows.map((most, i) => model.rule(`lanes from source ${i}`, fit(most)));
  const toColumn = columns.map((most, j) => model.rule(`lanes to sink ${j}`, fit(most)));
  const total = model.rule("units moved", { lower: moved });
  lanes.forEach(({ i, j }, a) => {
    model.add(rowRules[i], units[a], 1);
    model.add(columnRules[j], units[a], 1);
    model.add(total, units[a], 1);
    model.add(fromRow[i], runs[a], 1);
    model.add(toColumn[j], runs[a], 1);
    const upper = Math.min(rows[i], columns[j]);
    model.rule(`most on lane ${a}`, { upper: 0 }, [
      [units[a], 1],
      [runs[a], -upper],
    ]);
    model.rule(`least on lane ${a}`, { lower: 0 }, [
      [units[a], 1],
      [runs[a], -smallest],
    ]);
  });
  return model.build();
}
