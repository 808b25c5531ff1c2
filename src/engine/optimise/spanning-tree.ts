import type { FlowProblem } from "./flow-problem";

/**
 * The basis of a network simplex: a spanning tree hung at an artificial root, one artificial arc a node besides the real ones (numbered
 * after them). Potentials make every arc of the tree cost nothing; subtrees are walked through lists of children.
 */
export class SpanningTree {
  readonly flow: Float64Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly cost: Float64Array;
  private readonly capacity: Float64Array;
  /** 1 empty, -1 full, 0 in the tree: the sign that makes a negative reduced cost a saving. */
  private readonly state: Int8Array;
  private readonly parent: Int32Array;
  private readonly arcUp: Int32Array;
  private readonly depth: Int32Array;
  private readonly potential: Float64Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;

  constructor({ supply, from, to, cost, capacity }: FlowProblem, artificialCost: number) {
    const nodes = supply.length;
    const arcs = cost.length;
    const root = nodes;
    this.from = new Int32Array(arcs + nodes);
    this.to = new Int32Array(arcs + nodes);
    this.cost = new Float64Array(arcs + nodes).fill(artificialCost);
    this.capacity = new Float64Array(arcs + nodes).fill(Infinity);
    this.flow = new Float64Array(arcs + nodes);
    this.state = new Int8Array(arcs + nodes).fill(1);
    for (let a = 0; a < arcs; a++) {
      this.from[a] = from[a];
      this.to[a] = to[a];
      this.cost[a] = cost[a];
      this.capacity[a] = capacity[a];
    }
    this.parent = new Int32Array(nodes + 1).fill(root);
    this.parent[root] = -1;
    this.arcUp = new Int32Array(nodes + 1).fill(-1);
    this.depth = new Int32Array(nodes + 1).fill(1);
    this.depth[root] = 0;
    this.potential = new Float64Array(nodes + 1);
    this.firstChild = new Int32Array(nodes + 1).fill(-1);
    this.nextSibling = new Int32Array(nodes + 1).fill(-1);
    this.previousSibling = new Int32Array(nodes + 1).fill(-1);
    for (let node = 0; node < nodes; node++) {
      const arc = arcs + node;
      const leaves = supply[node] >= 0;
      this.from[arc] = leaves ? node : root;
      this.to[arc] = leaves ? root : node;
      this.flow[arc] = Math.abs(supply[node]);
      this.state[arc] = 0;
      this.arcUp[node] = arc;
      this.potential[node] = leaves ? -artificialCost : artificialCost;
      this.adopt(root, node);
    }
  }

  /** Money a unit that more (or, of a full arc, less) flow saves; not above 0 where it saves nothing. */
  saving(arc: number): number {
    return -this.state[arc] * this.reducedCost(arc);
  }

  /** Brings an arc into the tree, or from empty to full; false where nothing blocks, so that cost falls without end. */
  pivot(entering: number): boolean {
    const { from, to, flow, parent, arcUp, state } = this;
    const forward = state[entering] === 1;
    const tail = forward ? from[entering] : to[entering];
    const head = forward ? to[entering] : from[entering];
    const join = this.meeting(tail, head);
    // The last arc that blocks, walking the cycle from the join to the tail, over the entering arc, from the head to the join.
    let amount = this.capacity[entering];
    let cut = -1;
    let cutAtTail = false;
    for (let node = tail; node !== join; node = parent[node]) {
      const room = this.room(arcUp[node], from[arcUp[node]] !== node);
      if (room < amount) [amount, cut, cutAtTail] = [room, node, true];
    }
    for (let node = head; node !== join; node = parent[node]) {
      const room = this.room(arcUp[node], from[arcUp[node]] === node);
      if (room <= amount) [amount, cut, cutAtTail] = [room, node, false];
    }
    if (amount === Infinity) return false;
    if (amount > 0) {
      flow[entering] += forward ? amount : -amount;
      for (let node = tail; node !== join; node = parent[node])
        flow[arcUp[node]] += from[arcUp[node]] !== node ? amount : -amount;
      for (let node = head; node !== join; node = parent[node])
        flow[arcUp[node]] += from[arcUp[node]] === node ? amount : -amount;
    }
    if (cut < 0) {
      state[entering] = forward ? -1 : 1;
      flow[entering] = forward ? this.capacity[entering] : 0;
      return true;
    }
    const leaving = arcUp[cut];
    const isFull = this.capacity[leaving] - flow[leaving] < flow[leaving];
    state[leaving] = isFull ? -1 : 1;
    flow[leaving] = isFull ? this.capacity[leaving] : 0;
    this.hang(cut, cutAtTail ? tail : head, cutAtTail ? head : tail, entering);
    return true;
  }

  private reducedCost(arc: number): number {
    return this.cost[arc] + this.potential[this.from[arc]] - this.potential[this.to[arc]];
  }

  private room(arc: number, growing: boolean): number {
    return growing ? this.capacity[arc] - this.flow[arc] : this.flow[arc];
  }

  private meeting(a: number, b: number): number {
    const { depth, parent } = this;
    while (depth[a] > depth[b]) a = parent[a];
    while (depth[b] > depth[a]) b = parent[b];
    while (a !== b) {
      a = parent[a];
      b = parent[b];
    }
    return a;
  }

  /** Cuts the subtree below `cut` off, hangs it by its node `inner` to `outer`, and renews its depths and potentials. */
  private hang(cut: number, inner: number, outer: number, entering: number): void {
    const { parent, arcUp } = this;
    const shift = this.from[entering] === inner ? -this.reducedCost(entering) : this.reducedCost(entering);
    this.state[entering] = 0;
    let node = inner;
    let above = outer;
    let arc = entering;
    for (;;) {
      const [oldParent, oldArc] = [parent[node], arcUp[node]];
      this.orphan(node);
      this.adopt(above, node);
      parent[node] = above;
      arcUp[node] = arc;
      if (node === cut) break;
      [above, arc, node] = [node, oldArc, oldParent];
    }
    for (let walk = inner; ;) {
      this.depth[walk] = this.depth[parent[walk]] + 1;
      this.potential[walk] += shift;
      if (this.firstChild[walk] >= 0) {
        walk = this.firstChild[walk];
        continue;
      }
      while (walk !== inner && this.nextSibling[walk] < 0) walk = parent[walk];
      if (walk === inner) return;
      walk = this.nextSibling[walk];
    }
  }

  private adopt(above: number, node: number): void {
    const first = this.firstChild[above];
    this.nextSibling[node] = first;
    this.previousSibling[node] = -1;
    if (first >= 0) this.previousSibling[first] = node;
    this.firstChild[above] = node;
  }

  private orphan(node: number): void {
    const [before, after] = [this.previousSibling[node], this.nextSibling[node]];
    if (before >= 0) this.nextSibling[before] = after;
    else this.firstChild[this.parent[node]] = after;
    if (after >= 0) this.previousSibling[after] = before;
  }
}
