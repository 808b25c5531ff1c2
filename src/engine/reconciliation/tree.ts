import { PlanningError } from "../errors";

/** A forest of nodes, each with one parent or none; numbered as the rows they came in. */
export interface Tree {
  readonly names: readonly string[];
  /** -1 for a root. */
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** Every parent before its children; walked backwards, every child before its parent. */
  readonly topDown: readonly number[];
  readonly roots: readonly number[];
  /** Leaves in the order in which a walk through the tree meets them: those below node i are leaves[first[i]..end[i]). */
  readonly leaves: readonly number[];
  readonly firstLeaf: Int32Array;
  readonly endLeaf: Int32Array;
}

export interface NodeRow {
  readonly node: string;
  /** "" for a root. */
  readonly parent: string;
}

/** @throws PlanningError where a node is listed twice, a parent is not listed, or the parents run in a circle */
export function buildTree(rows: readonly NodeRow[]): Tree {
  const position = new Map<string, number>();
  rows.forEach(({ node }, i) => {
    if (node === "") throw broken(`must name a node in every row, got a blank in row ${i + 1}`);
    if (position.has(node)) throw broken(`must list every node once, got "${node}" twice`);
    position.set(node, i);
  });
  const children: number[][] = rows.map(() => []);
  const parent = Int32Array.from(rows, (row, i) => {
    if (row.parent === "") return -1;
    const above = position.get(row.parent);
    if (above === undefined) {
      throw broken(`must list every parent as a node, got "${row.parent}" above "${row.node}" only`);
    }
    children[above].push(i);
    return above;
  });
  const roots = rows.map((_, i) => i).filter((i) => parent[i] === -1);
  return { names: rows.map(({ node }) => node), parent, children, roots, ...walk(rows, children, roots) };
}

function walk(rows: readonly NodeRow[], children: readonly (readonly number[])[], roots: readonly number[]) {
  const topDown: number[] = [];
  const leaves: number[] = [];
  const firstLeaf = new Int32Array(rows.length);
  const endLeaf = new Int32Array(rows.length);
  const stack = [...roots].reverse();
  while (stack.length > 0) {
    const i = stack.pop() as number;
    topDown.push(i);
    firstLeaf[i] = leaves.length;
    if (children[i].length === 0) leaves.push(i);
    for (let c = children[i].length - 1; c >= 0; c--) stack.push(children[i][c]);
  }
  if (topDown.length < rows.length) {
    const reached = new Set(topDown);
    const lost = rows.findIndex((_, i) => !reached.has(i));
    throw broken(`must lead from every node to a top, got a circle through "${rows[lost].node}" or above it`);
  }
  for (let k = topDown.length - 1; k >= 0; k--) {
    const i = topDown[k];
    const last = children[i].at(-1);
    endLeaf[i] = last === undefined ? firstLeaf[i] + 1 : endLeaf[last];
  }
  return { topDown, leaves, firstLeaf, endLeaf };
}

/** Sums leaves up the tree; leaves stay. */
export function sumUp(tree: Tree, values: Float64Array): void {
  for (let k = tree.topDown.length - 1; k >= 0; k--) {
    const i = tree.topDown[k];
    if (tree.children[i].length === 0) continue;
    let sum = 0;
    for (const child of tree.children[i]) sum += values[child];
    values[i] = sum;
  }
}

const broken = (problem: string) => new PlanningError("invalid-input", "hierarchy", `hierarchy ${problem}`);
