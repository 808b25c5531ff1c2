import { PlanningError } from "../errors";
import { ModelBuilder, cheapestFlow, solveLinear } from "../optimise";

/** Units of a site that are worth the same a unit, whether they go or come. */
export interface Layer {
  readonly site: number;
  readonly units: number;
  /** Money a unit: what is avoided by sending it away, or gained by its arrival. */
  readonly worth: number;
}

export interface RebalanceLane {
  readonly from: number;
  readonly to: number;
  /** Money a unit. */
  readonly freight: number;
  /** A move has at least so many units. */
  readonly least: number;
  readonly multiple: number;
  /** A move has at most so many units; absent where there is no limit. */
  readonly most?: number;
}

export interface RebalanceProblem {
  readonly sources: readonly Layer[];
  readonly sinks: readonly Layer[];
  readonly lanes: readonly RebalanceLane[];
  /** Money each move costs besides freight. */
  readonly moveCost: number;
}

/** One lane that is used. */
export interface RebalanceMove {
  readonly lane: number;
  readonly units: number;
  /** Money avoided at the source and gained at the sink. */
  readonly avoided: number;
  readonly gained: number;
}

/** A way from a layer of a source to a layer of a sink. */
interface Arc {
  readonly lane: number;
  readonly source: number;
  readonly sink: number;
  readonly gain: number;
}

/**
 * The moves that pay most: what is avoided at sources plus what is gained at sinks, less freight and the cost of each move. Units that
 * would cost more than they bring stay where they are, unless they fill a pack or a smallest move that pays. Whole units without limits
 * are a min-cost flow (network simplex); with smallest or largest moves, packs or a cost a move they are an integer program.
 */
export function rebalance(problem: RebalanceProblem): RebalanceMove[] {
  const { sources, sinks, lanes } = problem;
  const possible = lanes.flatMap((lane, k) =>
    sources.flatMap((source, a) =>
      sinks.flatMap((sink, b): Arc[] => {
        const gain = source.worth + sink.worth - lane.freight;
        return source.site === lane.from && sink.site === lane.to
          ? [{ lane: k, source: a, sink: b, gain }]
          : [];
      }),
    ),
  );
  const paying = possible.filter(({ gain }) => gain > 0);
  if (paying.length === 0) return [];
  const isPlain =
    problem.moveCost === 0 && lanes.every(({ least, multiple }) => least <= 1 && multiple === 1);
  const used = new Set(paying.map(({ lane }) => lane));
  const flow = isPlain ? byFlow(problem, paying) : undefined;
  const fits = flow !== undefined && withinLanes(lanes, paying, flow);
  const arcs = fits ? paying : possible.filter(({ lane }) => used.has(lane));
  const units = fits ? flow : byProgram(problem, arcs);
  return lanes.flatMap((_, k): RebalanceMove[] => {
    const own = arcs.flatMap((arc, i) =>
      arc.lane === k && units[i] > 1e-7 ? [{ arc, units: units[i] }] : [],
    );
    if (own.length === 0) return [];
    const sum = (of: (one: (typeof own)[number]) => number) => own.reduce((total, one) => total + of(one), 0);
    return [
      {
        lane: k,
        units: rounded(sum((one) => one.units)),
        avoided: sum((one) => one.units * sources[one.arc.source].worth),
        gained: sum((one) => one.units * sinks[one.arc.sink].worth),
      },
    ];
  });
}

/** No lane carries more than its most: then the flow that knows no such limit is the best with it too. */
function withinLanes(lanes: readonly RebalanceLane[], arcs: readonly Arc[], units: Float64Array): boolean {
  return lanes.every(({ most = Infinity }, k) => {
    const carried = arcs.reduce((sum, { lane }, i) => (lane === k ? sum + units[i] : sum), 0);
    return carried <= most;
  });
}

/** Whole moves that a solver left a little beside whole numbers. */
const rounded = (units: number) => (Math.abs(units - Math.round(units)) < 1e-6 ? Math.round(units) : units);

function byFlow({ sources, sinks }: RebalanceProblem, arcs: readonly Arc[]): Float64Array {
  const whole = (layer: Layer) => Math.floor(layer.units + 1e-9);
  const total = (layers: readonly Layer[]) => layers.reduce((sum, layer) => sum + whole(layer), 0);
  const staying = sources.length + sinks.length;
  const open = staying + 1;
  const free = [
    ...sources.map((_, a) => ({ from: a, to: staying, cost: 0 })),
    ...sinks.map((_, b) => ({ from: open, to: sources.length + b, cost: 0 })),
    { from: open, to: staying, cost: 0 },
  ];
  const all = [
    ...arcs.map(({ source, sink, gain }) => ({ from: source, to: sources.length + sink, cost: -gain })),
    ...free,
  ];
  const answer = cheapestFlow({
    supply: [...sources.map(whole), ...sinks.map((sink) => -whole(sink)), -total(sources), total(sinks)],
    from: all.map(({ from }) => from),
    to: all.map(({ to }) => to),
    cost: all.map(({ cost }) => cost),
    capacity: all.map(() => Infinity),
  });
  // Everything may stay, and layers are finite.
  if (answer.status !== "optimal") throw new PlanningError("not-converged", "lanes", answer.status);
  return answer.flow;
}

function byProgram(problem: RebalanceProblem, arcs: readonly Arc[]): Float64Array {
  const { sources, sinks, lanes, moveCost } = problem;
  const model = new ModelBuilder();
  const flows = arcs.map(({ lane, source, sink, gain }) =>
    model.decide(`units on lane ${lane} from layer ${source} to ${sink}`, -gain),
  );
  const sum = (belongs: (arc: Arc) => boolean) =>
    arcs.flatMap((arc, i): [number, number][] => (belongs(arc) ? [[flows[i], 1]] : []));
  sources.forEach((layer, a) =>
    model.rule(
      `units of source layer ${a}`,
      { upper: layer.units },
      sum(({ source }) => source === a),
    ),
  );
  sinks.forEach((layer, b) =>
    model.rule(
      `units of sink layer ${b}`,
      { upper: layer.units },
      sum(({ sink }) => sink === b),
    ),
  );
  lanes.forEach((lane, k) => {
    const own = sum((arc) => arc.lane === k);
    if (own.length === 0) return;
    const units = (layers: readonly Layer[], site: number) =>
      layers.reduce((total, layer) => total + (layer.site === site ? layer.units : 0), 0);
    const most = Math.floor(
      Math.min(units(sources, lane.from), units(sinks, lane.to), lane.most ?? Infinity) / lane.multiple +
        1e-9,
    );
    const least = Math.max(1, Math.ceil(lane.least / lane.multiple - 1e-9));
    if (most < least) {
      model.rule(`nothing on lane ${k}`, { upper: 0 }, own);
      return;
    }
    const packs = model.decide(`packs on lane ${k}`, 0, { upper: most, whole: true });
    const used = model.decide(`lane ${k} is used`, moveCost, { upper: 1, whole: true });
    model.rule(`whole packs on lane ${k}`, { lower: 0, upper: 0 }, [...own, [packs, -lane.multiple]]);
    model.rule(`smallest move on lane ${k}`, { lower: 0 }, [
      [packs, 1],
      [used, -least],
    ]);
    model.rule(`largest move on lane ${k}`, { upper: 0 }, [
      [packs, 1],
      [used, -most],
    ]);
  });
  const answer = solveLinear(model.build(), { gap: 1e-6 });
  if (answer.status === "optimal" || answer.status === "stopped") return answer.values;
  const reason = answer.status === "failed" ? answer.reason : `moves are ${answer.status}`;
  throw new PlanningError("no-solution", "lanes", reason);
}
