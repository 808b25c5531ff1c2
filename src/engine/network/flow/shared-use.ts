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
  /** Units by group, by period. */
  readonly users: Map<number, number>[];
}

/** Groups that together break limits or stores, and which. */
export interface Cluster extends Shared {
  readonly groups: readonly number[];
}

/** Positions of limits and stores. */
export interface Shared {
  readonly limits: readonly number[];
  readonly stores: readonly number[];
}

/** Some goods of a problem, and the positions that the limits and stores they use have there. */
export interface PartProblem extends Shared {
  readonly problem: FlowProblem;
  readonly goods: readonly number[];
}

type Kind = keyof Shared;

/** Share of a limit by which sums of doubles may miss it. */
const slack = 1e-6;
const isAbove = (units: number, most: number) => units > most * (1 + slack) + slack;

/** What goods that are planned apart use of their common limits and stores, and how these are parted where they must be. */
export class SharedUse {
  /** Parts by good of what is parted. */
  private readonly parts: Record<Kind, ReadonlyMap<number, ReadonlyMap<number, number>>>;

  /** By good: which of its lanes and sites belong to which limit and store. */
  private readonly lanes: readonly (readonly [number, number])[][];
  private readonly sites: readonly (readonly [number, number])[][];

  constructor(
    private readonly problem: FlowProblem,
    private readonly parted: Shared,
  ) {
    const { goods, limits, stores } = problem;
    this.lanes = goods.map(() => []);
    this.sites = goods.map(() => []);
    limits.forEach(({ lanes }, k) => lanes.forEach(({ good, lane }) => this.lanes[good].push([k, lane])));
    stores.forEach(({ sites }, k) => sites.forEach(({ good, site }) => this.sites[good].push([k, site])));
    this.parts = this.shares();
  }

  use(groups: readonly Planned[]): Record<Kind, Use[]> {
    const { periods, limits, stores } = this.problem;
    const none = (): Use => ({
      used: periods.map(() => 0),
      users: periods.map(() => new Map<number, number>()),
    });
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
        users[t].set(g, (users[t].get(g) ?? 0) + series[t]);
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
        users.flatMap((of, t) => (of.size > 1 && isAbove(used[t], most(t)) ? [...of.keys()] : [])),
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

  /** Groups that use more than their part of what is parted. */
  abovePart(groups: readonly Planned[]): number[] {
    const { limits, stores } = this.problem;
    const found = new Set<number>();
    if (this.parted.limits.length + this.parted.stores.length === 0) return [];
    const use = this.use(groups);
    const look = (kind: Kind, most: (k: number, t: number) => number) => {
      for (const k of this.parted[kind])
        use[kind][k].users.forEach((users, t) => {
          for (const [g, units] of users)
            if (isAbove(units, this.partOf(kind, k, groups[g].goods) * most(k, t))) found.add(g);
        });
    };
    look("limits", (k, t) => limits[k].most[t]);
    look("stores", (k) => stores[k].most);
    return [...found];
  }

  /** What is used by more than one of these goods. */
  sharedBy(goods: readonly number[]): Shared {
    const several = (of: readonly (readonly (readonly [number, number])[])[]) => {
      const users = new Map<number, Set<number>>();
      for (const good of goods)
        for (const [k] of of[good]) users.set(k, (users.get(k) ?? new Set<number>()).add(good));
      return [...users].filter(([, set]) => set.size > 1).map(([k]) => k);
    };
    return { limits: several(this.lanes), stores: several(this.sites) };
  }

  /** Every good's part of what is parted: that of its need in the need of all. */
  private shares() {
    const { goods, limits, stores } = this.problem;
    const needs = this.parted.limits.length + this.parted.stores.length > 0 ? goods.map(needsBeyond) : [];
    const share = (parts: readonly (readonly [number, number])[]) => {
      const byGood = new Map<number, number>();
      for (const [good, need] of parts) byGood.set(good, (byGood.get(good) ?? 0) + need);
      const all = [...byGood.values()].reduce((sum, need) => sum + need, 0);
      return new Map([...byGood].map(([good, need]) => [good, all > 0 ? need / all : 1 / byGood.size]));
    };
    const ofLimit = (k: number) =>
      share(limits[k].lanes.map(({ good, lane }) => [good, needs[good][goods[good].lanes[lane].to]]));
    const ofStore = (k: number) =>
      share(
        stores[k].sites.map(({ good, site }) => [good, needs[good][site] + goods[good].sites[site].opening]),
      );
    return {
      limits: new Map(this.parted.limits.map((k) => [k, ofLimit(k)])),
      stores: new Map(this.parted.stores.map((k) => [k, ofStore(k)])),
    };
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
          return {
            name: this.partName("limits", k),
            lanes,
            most: limits[k].most.map((units) => units * part),
          };
        }),
        stores: [...ofStores].map(([k, sites]) => {
          const part = this.partOf("stores", k, goods);
          return { name: this.partName("stores", k), sites, most: stores[k].most * part };
        }),
      },
    };
  }

  private partName(kind: Kind, k: number): string {
    const { name } = this.problem[kind][k];
    return this.isParted(kind, k) ? `${name} (its part)` : name;
  }
}
