import type { FlowProblem } from "../../../../src/engine/network";
import reference from "../../../reference/flow-plans.json";

/** null stands for Infinity, which JSON does not know. */
const limits = (series: readonly (number | null)[]) => series.map((most) => most ?? Infinity);

/** Plans solved elsewhere; a total of null cannot be. */
export const referencePlans = reference.cases.map(({ problem, total }) => ({
  total,
  problem: {
    ...problem,
    goods: problem.goods.map((good) => ({
      ...good,
      sites: good.sites.map((site) => ({ ...site, source: limits(site.source) })),
    })),
    limits: problem.limits.map((limit) => ({ ...limit, most: limits(limit.most) })),
  } satisfies FlowProblem as FlowProblem,
  hasLots: problem.goods.some(({ lanes }) => lanes.some(({ least, multiple }) => least > 0 || multiple > 0)),
}));
