import { sumUp, type Tree } from "./tree";
import { projectOnTree, type Fixed } from "./tree-projection";

/** Sum of a node's children as a function of the price they are offered: constant, then ever steeper straight pieces. */
interface Response {
  /** Prices at which a piece begins, ascending. */
  readonly price: Float64Array;
  /** The sum there, and its slope from there on. */
  readonly sum: Float64Array;
  readonly slope: Float64Array;
  /** The sum at any lower price. */
  readonly least: number;
}

/**
 * The coherent values nearest to `forecast` that are not negative, locked nodes kept: sum (y - forecast)^2 / variance at its minimum,
 * exactly, without iterations.
 *
 * With lambda_i the price of a unit in the sum of node i's children, the conditions of the optimum (Lagrange) are: a free leaf is
 * max(0, forecast + variance lambda_parent); a free aggregate is forecast + variance (lambda_parent - lambda_i) and the sum of its
 * children. So each subtree answers a price with an amount along a rising, piecewise straight line; lines are added and bent on the
 * way up, prices are read off on the way down. The leaves that came out at 0 are then fixed and the projection is made once more
 * in its linear form, which does not accumulate rounding along the pieces.
 * @param variance above 0; Infinity for an aggregate without a forecast of its own
 * @param locked NaN where free; must be feasible (`roomWithinLocks`)
 */
export function nearestOnTree(
  tree: Tree,
  forecast: Float64Array,
  variance: Float64Array,
  locked: Float64Array,
): { readonly values: Float64Array; readonly fixed: Fixed } {
  const fixed = standingLeaves(tree, forecast, variance, locked);
  const values = projectOnTree(tree, forecast, variance, fixed);
  for (const leaf of tree.leaves)
    values[leaf] = Number.isNaN(fixed[leaf]) ? Math.max(values[leaf], 0) : fixed[leaf];
  sumUp(tree, values);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(locked[i])) values[i] = locked[i];
  return { values, fixed };
}

/** The locks, and 0 for every leaf that the optimum has there. */
function standingLeaves(
  tree: Tree,
  forecast: Float64Array,
  variance: Float64Array,
  locked: Float64Array,
): Fixed {
  const fixed = locked.slice();
  // Most forecasts leave nothing negative, and then the linear form has said it all.
  const linear = projectOnTree(tree, forecast, variance, locked);
  if (tree.leaves.every((leaf) => linear[leaf] >= 0)) return fixed;
  const responses = new Map<number, Response>();
  for (let k = tree.topDown.length - 1; k >= 0; k--) {
    const i = tree.topDown[k];
    if (tree.children[i].length > 0)
      responses.set(i, sumOfChildren(i, tree, forecast, variance, locked, responses));
  }
  const price = new Float64Array(forecast.length);
  for (const i of tree.topDown) {
    const above = tree.parent[i] === -1 ? 0 : price[tree.parent[i]];
    const response = responses.get(i);
    if (response !== undefined) {
      price[i] = Number.isNaN(locked[i])
        ? priceOfAggregate(response, forecast[i], variance[i], above)
        : priceOfAmount(response, locked[i]);
    } else if (Number.isNaN(locked[i]) && forecast[i] + variance[i] * above <= 0) fixed[i] = 0;
  }
  return fixed;
}

/** Adds the children's lines: all their bends, in order of price. */
function sumOfChildren(
  node: number,
  tree: Tree,
  forecast: Float64Array,
  variance: Float64Array,
  locked: Float64Array,
  responses: ReadonlyMap<number, Response>,
): Response {
  let least = 0;
  const bends: { price: number; steeper: number }[] = [];
  for (const child of tree.children[node]) {
    const below = responses.get(child);
    if (!Number.isNaN(locked[child])) least += locked[child];
    else if (below === undefined)
      bends.push({ price: -forecast[child] / variance[child], steeper: variance[child] });
    else {
      least += below.least;
      addBends(bends, below, forecast[child], variance[child]);
    }
  }
  bends.sort((a, b) => a.price - b.price);
  const response: Response = {
    price: Float64Array.from(bends, (bend) => bend.price),
    sum: new Float64Array(bends.length),
    slope: new Float64Array(bends.length),
    least,
  };
  let sum = least;
  let slope = 0;
  bends.forEach(({ price, steeper }, k) => {
    if (k > 0) sum += slope * (price - bends[k - 1].price);
    slope += steeper;
    response.sum[k] = sum;
    response.slope[k] = slope;
  });
  return response;
}

/**
 * An aggregate's own forecast bends its children's line: it passes price lambda on to them while
 * lambda_parent = lambda + (sum - forecast) / variance, and its slope becomes slope variance / (slope + variance).
 */
function addBends(
  bends: { price: number; steeper: number }[],
  { price, sum, slope }: Response,
  forecast: number,
  variance: number,
): void {
  let before = 0;
  for (let k = 0; k < price.length; k++) {
    const own = variance === Infinity ? slope[k] : (slope[k] * variance) / (slope[k] + variance);
    const shifted = variance === Infinity ? price[k] : price[k] + (sum[k] - forecast) / variance;
    bends.push({ price: shifted, steeper: own - before });
    before = own;
  }
}

/** lambda with sum(lambda) + variance lambda = forecast + variance lambda_parent. */
function priceOfAggregate(response: Response, forecast: number, variance: number, above: number): number {
  if (variance === Infinity) return above;
  const { price, sum, slope, least } = response;
  const wanted = forecast + variance * above;
  const k = lastPiece(price, (piece) => sum[piece] + variance * price[piece] <= wanted);
  if (k < 0) return (wanted - least) / variance;
  return price[k] + (wanted - sum[k] - variance * price[k]) / (slope[k] + variance);
}

/** A price at which the sum is the amount. */
function priceOfAmount({ price, sum, slope }: Response, amount: number): number {
  if (price.length === 0) return 0;
  const k = lastPiece(price, (piece) => sum[piece] <= amount);
  return k < 0 ? price[0] : price[k] + (amount - sum[k]) / slope[k];
}

/** The last piece for which the condition, true up to somewhere and false from there on, holds; -1 for none. */
function lastPiece(pieces: Float64Array, holds: (piece: number) => boolean): number {
  let low = -1;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
