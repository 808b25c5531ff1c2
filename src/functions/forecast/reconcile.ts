import { PlanningError } from "../../engine/errors";
import { buildTree, reconcile, reconciliationMethods } from "../../engine/reconciliation";
import { cite } from "../../engine/sources";
import { choice, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { matrix, nodesAndParents, sameColumns, type Matrix, type NodeAndParent } from "../matrix-arguments";

const unit = "units per period";

export const forecastReconcile = defineFunction({
  name: "FORECAST.RECONCILE",
  family: "forecast",
  summary: "Forecasts of items, families and totals made to add up, locked cells kept, nothing negative.",
  notes: [
    "Forecasts has one row a node and one column a period. Hierarchy has two columns, node and parent, with its rows in the same order as those of forecasts; the parent of a top is blank, and every parent stands in a row of its own. Several tops and branches of different depth are allowed. Hierarchy may have a header row that forecasts lacks; dates above forecasts are not part of it.",
    "BU: parents are the sums of their leaves. TD: each total is split by the forecasts below it. OLS, WLS and MINT move all forecasts as little as possible: OLS all alike, WLS (structural) an aggregate the more readily the more leaves it has, MINT by the covariance of past errors, shrunk to its diagonal. The aim is least squares with nothing negative, solved exactly.",
    "Method left out is MINT where residuals are given, else WLS. Residuals are past one-step errors, a row a node in the same order; periods with a blank are left out.",
    "A number in locked fixes that cell. Locks that contradict each other, such as children that exceed their locked parent, are an error. A blank forecast of an aggregate means that it has none (not for TD).",
  ],
  args: {
    forecasts: matrix("Forecasts, one row a node", { unit }),
    hierarchy: nodesAndParents("Node and its parent, in the rows' order"),
    method: optional(
      choice("Method of reconciliation", reconciliationMethods),
      undefined,
      "MINT with residuals, else WLS",
    ),
    locked: optional(matrix("Cells that must stay, blank where free", { unit }), undefined, "nothing locked"),
    residuals: optional(matrix("Past one-step errors, one row a node", { unit }), undefined, "none"),
  },
  returns: table("Reconciled forecasts", unit, []),
  source: [
    cite("hyndman-athanasopoulos-2021", "sections 11.2 and 11.3"),
    cite("wickramasuriya-athanasopoulos-hyndman-2019", "theorem 1"),
    cite("schaefer-strimmer-2005", "target D"),
  ],
  examples: [
    {
      args: [
        [[100], [50], [30]],
        [
          ["Total", null],
          ["A", "Total"],
          ["B", "Total"],
        ],
      ],
      returns: [[90], [55], [35]],
      from: "gap 20, shared 2 : 1 : 1 by leaves below: 100 - 10, 50 + 5, 30 + 5",
    },
    {
      args: [
        [[100], [50], [30]],
        [
          ["Total", null],
          ["A", "Total"],
          ["B", "Total"],
        ],
        "TD",
        [[null], [40], [null]],
      ],
      returns: [[100], [40], [60]],
      from: "A is locked, B takes the rest",
    },
    {
      args: [
        [[100], [50], [30]],
        [
          ["Total", null],
          ["A", "Total"],
          ["B", "Total"],
        ],
        "BU",
      ],
      returns: [[80], [50], [30]],
      from: "50 + 30",
    },
    {
      args: [
        [[100], [50], [30]],
        [
          ["Total", null],
          ["A", "Total"],
          ["B", "Total"],
        ],
        null,
        [[60], [70], [null]],
      ],
      returns: {
        error: "#N/A",
        message: 'locked parts of "Total" must not exceed its own lock of 60 in period 1, got 70',
      },
      from: "infeasible locks",
    },
  ],
  run: ({ forecasts, hierarchy, method, locked, residuals }) => {
    const tree = buildTree(withoutHeader(hierarchy, forecasts.length));
    if (locked !== undefined) checkLocked(locked, forecasts);
    return reconcile({
      tree,
      forecasts,
      method: method ?? (residuals === undefined ? "WLS" : "MINT"),
      locked,
      residuals,
    });
  },
});

/** A header of the hierarchy is the one row that it has more than the forecasts. */
function withoutHeader(hierarchy: readonly NodeAndParent[], rows: number): readonly NodeAndParent[] {
  if (hierarchy.length === rows) return hierarchy;
  if (hierarchy.length === rows + 1) return hierarchy.slice(1);
  const message = `hierarchy must have one row for each row of forecasts (${rows}), got ${hierarchy.length}`;
  throw new PlanningError("invalid-input", "hierarchy", message);
}

function checkLocked(locked: Matrix, forecasts: Matrix): void {
  sameColumns("locked", locked, "forecasts", forecasts[0].length);
  if (locked.length > forecasts.length) {
    const message = `locked must have as many rows as forecasts (${forecasts.length}), got ${locked.length}`;
    throw new PlanningError("invalid-input", "locked", message);
  }
}
