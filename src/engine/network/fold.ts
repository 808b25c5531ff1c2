import { LeastCover } from "./least-cover";
import { isInbound, termBetween, type ServiceGraph, type ServiceVariable } from "./service-graph";
import { noStock, type StockTerm } from "./stock-term";

/** What was folded away, to be unfolded in reverse: given the value of `onto`, the value of `variable`. */
interface Folded {
  readonly variable: number;
  readonly values: Int32Array;
  readonly onto: number;
  readonly ontoValues: Int32Array;
  readonly choice: Int32Array;
}

export interface Folding {
  /** The variables that are left, in ascending order; none where the network was a tree or folded like one. */
  readonly core: readonly number[];
  /** Cost that no choice in the core can change. */
  readonly constant: number;
  /** Completes values of the core to values of all variables. */
  readonly unfold: (values: Int32Array) => void;
}

/**
 * Makes the graph smaller without losing the optimum (changes `graph`): a variable with one neighbour is replaced by its cheapest cost
 * for each value of that neighbour, which on a tree is the dynamic program of Graves and Willems; variables bounded by the very same
 * neighbours become one, the sum of theirs (Humair and Willems).
 */
export function fold(graph: ServiceGraph): Folding {
  const { variables, neighbours } = graph;
  const gone = new Uint8Array(variables.length);
  const steps: Folded[] = [];
  let constant = 0;
  const remove = (variable: number) => {
    gone[variable] = 1;
    for (const other of neighbours[variable]) neighbours[other].delete(variable);
    neighbours[variable].clear();
  };
  const onto = (variable: number, other: number, { cost, choice }: Projection) => {
    const target = variables[other];
    for (let b = 0; b < choice.length; b++) target.cost[b] += cost[b];
    steps.push({
      variable,
      values: variables[variable].values,
      onto: other,
      ontoValues: target.values,
      choice,
    });
  };

  const project = projector(graph);
  const open = variables.map((_, variable) => variable);
  const foldLeaves = () => {
    while (open.length > 0) {
      const variable = open.pop()!;
      if (gone[variable] === 1 || neighbours[variable].size > 1) continue;
      const [other] = neighbours[variable];
      if (other === undefined) {
        const { cost } = variables[variable];
        const best = cost.reduce((at, candidate, a) => (candidate < cost[at] ? a : at), 0);
        constant += cost[best];
        const choice = Int32Array.of(best);
        steps.push({
          variable,
          values: variables[variable].values,
          onto: -1,
          ontoValues: choice,
          choice,
        });
      } else {
        const { values } = variables[other];
        onto(
          variable,
          other,
          project(termBetween(graph, variable, other), variable, variables[variable], values),
        );
        open.push(other);
      }
      remove(variable);
    }
  };
  /** One representative stands for all variables that meet the same neighbours and nothing else. */
  const mergeTwins = (): boolean => {
    const groups = new Map<string, number[]>();
    variables.forEach((_, variable) => {
      if (gone[variable] === 1 || neighbours[variable].has(variable ^ 1)) return;
      const key = `${variable & 1}:${[...neighbours[variable]].sort((a, b) => a - b).join()}`;
      groups.set(key, [...(groups.get(key) ?? []), variable]);
    });
    let merged = false;
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const [first] = group;
      const union = new Set(group.flatMap((variable) => [...variables[variable].values]));
      const before = group.map((variable) => variables[variable]);
      const values = Int32Array.from([...union].sort((a, b) => a - b));
      const whole: ServiceVariable = { values, cost: new Float64Array(values.length) };
      // The representative stands first, so that unfolding reads the value it stands for before its own replaces it.
      group.forEach((variable, k) => {
        const { cost, choice } = project(noStock, first, before[k], values);
        for (let b = 0; b < values.length; b++) whole.cost[b] += cost[b];
        steps.push({ variable, values: before[k].values, onto: first, ontoValues: values, choice });
      });
      variables[first] = whole;
      for (const variable of group.slice(1)) remove(variable);
      for (const other of neighbours[first]) open.push(other);
      open.push(first);
      merged = true;
    }
    return merged;
  };

  do foldLeaves();
  while (mergeTwins());
  const core = variables.map((_, variable) => variable).filter((variable) => gone[variable] === 0);
  return { core, constant, unfold: (values) => unfold(steps, values) };
}

/** Cheapest cost of a variable for each value of its neighbour, and the place of a value that attains it. */
interface Projection {
  readonly cost: Float64Array;
  readonly choice: Int32Array;
}

/** The cost in what it returns is good until it is called again. */
function projector({ variables }: ServiceGraph) {
  // Merged twins hold at most the values of all.
  const most = 1 + variables.reduce((longest, { values }) => Math.max(longest, values[values.length - 1]), 0);
  const every = Int32Array.from({ length: most }, (_, place) => place);
  const firsts: Int32Array[] = [];
  const choices = (values: Int32Array) => ({
    values,
    places: (firsts[values.length] ??= every.subarray(0, values.length)),
  });
  const cost = new Float64Array(most);
  const cover = new LeastCover(most);
  return (term: StockTerm, variable: number, folded: ServiceVariable, onto: Int32Array): Projection => {
    const choice = new Int32Array(onto.length);
    const side = isInbound(variable) ? "inbound" : "outbound";
    cover.find(term, side, choices(folded.values), folded.cost, choices(onto), cost, choice);
    return { cost, choice };
  };
}

function unfold(steps: readonly Folded[], result: Int32Array): void {
  for (let k = steps.length - 1; k >= 0; k--) {
    const { variable, values, onto, ontoValues, choice } = steps[k];
    const at = onto < 0 ? 0 : placeOf(ontoValues, result[onto]);
    result[variable] = values[choice[at]];
  }
}

function placeOf(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
