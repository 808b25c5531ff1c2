import type { GoodPlan } from "./plan";
import type { FlowProblem } from "./problem";
import { needsBeyond } from "./useful-units";

interface Planned {
  readonly goods: readonly number[];
  /** None where there is no plan. */
  readonly plans: readonly GoodPlan[];
}

interface Use {
  /** Units by period. */
  readonly used: number[];
  /** Groups that use it, by period. */
  readonly users: Set<number>[];
}

/** Groups that together break limits or stores, and which. */
export interface Cluster {
  readonly groups: readonly number[];
  readonly limits: readonly number[];
  readonly stores: readonly number[];
}

/** Some goods of a problem, and the positions its parts have there. */
export interface PartProblem {
  readonly problem: FlowProblem;
  readonly goods: readonly number[];
  readonly limits: readonly number[];
  readonly stores: readonly number[];
}

type Kind = "limits" | "stores";

/** Share of a limit by which sums of doubles may miss it. */
const slack = 1e-6;

/** What goods that are planned apart use of their common limits and stores, and how these are parted where they must be. */
export class SharedUse {
  /** Parts by good of what is parted. */
  private readonly parts: Record<Kind, Map<number, ReadonlyMap<number, number>>> = {
    limits: new Map(),
    stores: new Map(),
  };

  /** By good: which of its lanes and sites belong to which limit and store. */
  private readonly lanes: readonly (readonly [number, number])[][];
  private readonly sites: readonly (readonly [number, number])[][];

  constructor(private readonly problem: FlowProblem) {
    const { goods, limits, stores } = problem;
    this.lanes = goods.map(() => []);
    this.sites = goods.map(() => []);
    limits.forEach(({ lanes }, k) => lanes.forEach(({ good, lane }) => this.lanes[good].push([k, lane])));
    stores.forEach(({ sites }, k) => sites.forEach(({ good, site }) => this.sites[good].push([k, site])));
  }

  use(groups: readonly Planned[]): Record<Kind, Use[]> {
    const { periods, limits, stores } = this.problem;
    const none = (): Use => ({ used: periods.map(() => 0), users: periods.map(() => new Set<number>()) });
    const [ofLimits, ofStores] = [limits.map(none), stores.map(none)];
    const groupOf = new Map<number, { g: number; plan: GoodPlan }>();
    groups.forEach(({ goods, plans }, g) =>
      goods.forEach((good, k) => {
        if (plans.length > 0) groupOf.set(good, { g, plan: plans[k] });
      }),
    );
    const shipped = new Map(
      [...groupOf].map(([good, { plan }]) => {
        const byLane = this.problem.goods[good].lanes.map(() => new Float64Array(periods.length));
        for (const { lane, period, units } of plan.shipments) byLane[lane][period] += units;
        return [good, byLane];
      }),
    );
    const add = ({ used, users }: Use, good: number, series: ArrayLike<number>) => {
      const { g } = groupOf.get(good)!;
      for (let t = 0; t < used.length; t++) {
        if (series[t] <= 0) continue;
        used[t] += series[t];
        users[t].add(g);
      }
    };
    limits.forEach(({ lanes }, k) => {
      for (const { good, lane } of lanes)
        if (groupOf.has(good)) add(ofLimits[k], good, shipped.get(good)![lane]);
    });
    stores.forEach(({ sites }, k) => {
      for (const { good, site } of sites)
        if (groupOf.has(good)) add(ofStores[k], good, groupOf.get(good)!.plan.stock[site]);
    });
    return { limits: ofLimits, stores: ofStores };
  }

  /** Groups that would have to be planned together; none once everything is kept. */
  broken(groups: readonly Planned[]): Cluster[] {
    const { limits, stores } = this.problem;
    const use = this.use(groups);
    const clusters: { groups: Set<number>; limits: number[]; stores: number[] }[] = [];
    const join = (kind: Kind, k: number, most: (t: number) => number) => {
      if (this.isParted(kind, k)) return;
      const { used, users } = use[kind][k];
      const members = new Set(
        users.flatMap((of, t) => (of.size > 1 && used[t] > most(t) * (1 + slack) + slack ? [...of] : [])),
      );
      if (members.size === 0) return;
      const met = clusters.filter((cluster) => [...members].some((g) => cluster.groups.has(g)));
      for (const one of met) clusters.splice(clusters.indexOf(one), 1);
      const merged = {
        groups: new Set([...members, ...met.flatMap((one) => [...one.groups])]),
        limits: met.flatMap((one) => one.limits),
        stores: met.flatMap((one) => one.stores),
      };
      merged[kind].push(k);
      clusters.push(merged);
    };
    limits.forEach(({ most }, k) => join("limits", k, (t) => most[t]));
    stores.forEach(({ most }, k) => join("stores", k, () => most));
    return clusters.map((cluster) => ({ ...cluster, groups: [...cluster.groups].sort((a, b) => a - b) }));
  }

  /** Gives every good its part of these: that of its need in the need of all. */
  part(limits: readonly number[], stores: readonly number[]): void {
    const { goods } = this.problem;
    const needs = goods.map(needsBeyond);
    const share = (parts: readonly (readonly [number, number])[]) => {
      const byGood = new Map<number, number>();
      for (const [good, need] of parts) byGood.set(good, (byGood.get(good) ?? 0) + need);
      const all = [...byGood.values()].reduce((sum, need) => sum + need, 0);
      return new Map([...byGood].map(([good, need]) => [good, all > 0 ? need / all : 1 / byGood.size]));
    };
    for (const k of limits)
      this.parts.limits.set(
        k,
        share(
          this.problem.limits[k].lanes.map(({ good, lane }) => [
            good,
            needs[good][goods[good].lanes[lane].to],
          ]),
        ),
      );
    for (const k of stores)
      this.parts.stores.set(
        k,
        share(
          this.problem.stores[k].sites.map(({ good, site }) => [
            good,
            needs[good][site] + goods[good].sites[site].opening,
          ]),
        ),
      );
  }

  isParted(kind: Kind, k: number): boolean {
    return this.parts[kind].has(k);
  }

  /** Part of a limit or store that goods have: all of what is not parted. */
  partOf(kind: Kind, k: number, goods: readonly number[]): number {
    const parts = this.parts[kind].get(k);
    return parts === undefined ? 1 : goods.reduce((sum, good) => sum + (parts.get(good) ?? 0), 0);
  }

  /** The problem of these goods alone. */
  problemOf(goods: readonly number[]): PartProblem {
    const { limits, stores } = this.problem;
    const ofLimits = new Map<number, { good: number; lane: number }[]>();
    const ofStores = new Map<number, { good: number; site: number }[]>();
    const add = <T>(lists: Map<number, T[]>, k: number, one: T) => {
      const list = lists.get(k);
      if (list === undefined) lists.set(k, [one]);
      else list.push(one);
    };
    goods.forEach((good, position) => {
      for (const [k, lane] of this.lanes[good]) add(ofLimits, k, { good: position, lane });
      for (const [k, site] of this.sites[good]) add(ofStores, k, { good: position, site });
    });
    return {
      goods,
      limits: [...ofLimits.keys()],
      stores: [...ofStores.keys()],
      problem: {
        ...this.problem,
        goods: goods.map((good) => this.problem.goods[good]),
        limits: [...ofLimits].map(([k, lanes]) => {
          const part = this.partOf("limits", k, goods);
          return { ...limits[k], lanes, most: limits[k].most.map((units) => units * part) };
        }),
        stores: [...ofStores].map(([k, sites]) => {
          const part = this.partOf("stores", k, goods);
          return { ...stores[k], sites, most: stores[k].most * part };
        }),
      },
    };
  }
}
