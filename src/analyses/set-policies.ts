import { locationsTable, policiesTable, runsTable } from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, wants, type AnalysisOutcome } from "./define-analysis";
import { numberOption } from "./options";
import { changedParameters, sameProposal } from "./policies/changed-parameters";
import { withLessons } from "./policies/learn-lessons";
import { planPolicies, type PolicyPlan } from "./policies/plan-policies";
import { mergedPolicies, type PolicyCells } from "./policies/policy-columns";
import { policyOptions, policyReads, policyRules } from "./policies/policy-options";
import { proposals, type ProposedItem } from "./policies/proposed-items";
import { proposePolicy, type PolicyProposal, type PolicyTask } from "./policies/propose-policy";
import { autonomyOf, type SiteBounds } from "./policies/site-bounds";
import { siteLimits } from "./policies/site-list";
import type { PolicyRow } from "./policies/target-rows";

interface State {
  readonly plan: PolicyPlan;
  readonly policies: TableContent | undefined;
  readonly runId: string;
  /** Money that the bounds of a site may add without asking, where it has a limit of its own. */
  readonly limits: ReadonlyMap<string, number>;
}

export interface PoliciesDetails {
  readonly items: readonly ProposedItem[];
  readonly sites: readonly SiteBounds[];
}

export const setPolicies = defineAnalysis({
  id: "set-policies",
  summary:
    "Proposes reorder point, safety stock, lot and order-up-to level for every item and place with demand.",
  notes: [
    "The target is the item's own in Policies, else that of its segment, else the options'. CSL and FILL are never mixed; the table shows what the proposal gives in both.",
    "Demand is Forecast where it has coming buckets, else history by its mean, or by the Theta model where that has missed clearly less. The spread is that of past forecasts over lead time and review where Forecast still holds 8 of them, else that of demand. Slow movers are summed as they come instead of taken for normal.",
    "Where Transactions tell the issues of single days, the spread is at least theirs, and the fill rate is that of days: few customers who take much at once need more than their months show.",
    "Slow movers, where there are 20 or more, learn from each other: how often demand comes and how large it is lies between what the item and what all of them have shown.",
    "A fill-rate target that is not the item's own is reached by slow movers together, with stock where its next unit saves the same; each also gets an allowance: how many standard deviations past cycles lacked, where 100 cycles with demand can be replayed. Basis says how much, and FILL what an item itself may expect.",
    "Lead times are those of Receipts, else Contracts, else Items. LocalMin and LocalMax bound the safety stock; what that costs is shown.",
    "Parameters in force stay as they are: the proposal stands beside them in NewROP, NewSS, NewLot, NewMax, with what both give in service and money.",
    "Status is proposed where something changes. What was approved or rejected stays so until the proposal changes by a whole unit.",
    "A site spends its limit (Locations[Autonomy], else autonomy) on its smallest bounds first; rows beyond it have Asks.",
  ],
  options: {
    ...policyOptions,
    autonomy: numberOption("Money in stock that the bounds of one site may add without asking", "money", 0, {
      min: 0,
    }),
  },
  reads: { ...policyReads, locations: wants(locationsTable) },
  writes: [policiesTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const plan = withLessons(planPolicies(tables, policyRules(options)));
    return {
      state: { plan, policies: tables.policies, runId, limits: siteLimits(tables.locations) } satisfies State,
      work: plan.items.map(({ task }) => task),
    };
  },
  step: (task: PolicyTask): PolicyProposal => proposePolicy(task),
  finish: ({ plan, policies, runId, limits }: State, results, { autonomy }): AnalysisOutcome => {
    const { proposed, issues } = proposals(plan, results);
    const { sites, asking } = autonomyOf(proposed, (location) => limits.get(location) ?? autonomy);
    const cells = new Map(proposed.map((one) => [one.id, cellsOf(one, asking.has(one.id), runId)] as const));
    const count = proposed.length.toLocaleString("en");
    const details: PoliciesDetails = { items: proposed, sites };
    return {
      results: [mergedPolicies(policies, plan.current, written, cells)],
      issues: [...plan.issues, ...issues],
      summary: `${count} policies proposed`,
      inputHash: plan.inputHash,
      details,
    };
  },
});

const written = [
  "NewROP",
  "NewSS",
  "NewLot",
  "NewMax",
  "CSL",
  "FILL",
  "CurrentCSL",
  "CurrentFILL",
  "Cost",
  "StockValue",
  "Cash",
  "FreeSS",
  "BoundCost",
  "Asks",
  "DemandShare",
  "LeadTimeShare",
  "ReviewShare",
  "Mean",
  "Sigma",
  "LeadTime",
  "LeadTimeSd",
  "Basis",
  "RunId",
  "Status",
  "By",
  "At",
] as const;

function cellsOf(
  { item, location, proposal, inForce, unitCost, target, targetFrom }: ProposedItem,
  asks: boolean,
  runId: string,
): PolicyCells {
  const next = {
    NewROP: proposal.reorderPoint,
    NewSS: proposal.safetyStock,
    NewLot: proposal.lot,
    NewMax: proposal.max,
  };
  const valueOf = (units: number | undefined) =>
    unitCost === null || units === undefined ? null : units * unitCost;
  const change = proposal.inForce === null ? undefined : proposal.stock - proposal.inForce.stock;
  return {
    Item: item,
    Location: location,
    ...next,
    ...decisionOn(next, inForce),
    CurrentCSL: proposal.inForce?.cycleServiceLevel ?? null,
    CurrentFILL: proposal.inForce?.fillRate ?? null,
    Cost: unitCost,
    StockValue: valueOf(proposal.stock),
    Cash: valueOf(change),
    Asks: asks ? true : null,
    CSL: proposal.cycleServiceLevel,
    FILL: proposal.fillRate,
    FreeSS: proposal.freeSafetyStock,
    BoundCost: proposal.boundCost,
    DemandShare: proposal.demandShare,
    LeadTimeShare: proposal.leadTimeShare,
    ReviewShare: proposal.reviewShare,
    Mean: proposal.meanADay,
    Sigma: proposal.sigma,
    LeadTime: proposal.leadTime,
    LeadTimeSd: proposal.leadTimeSd,
    Basis: `target ${serviceNames[target.type]} ${(100 * target.level).toFixed(1)}% (${targetFrom}); ${proposal.basis}`,
    RunId: runId,
  };
}

const serviceNames = { CSL: "cycle service level", FILL: "fill rate" } as const;

/** A decision stays while the proposal stays what an ERP would be given; a proposal that changes nothing needs none. */
function decisionOn(
  next: Pick<PolicyRow, "NewROP" | "NewSS" | "NewLot" | "NewMax">,
  before: PolicyRow | null,
): Pick<PolicyRow, "Status" | "By" | "At"> {
  const undecided = { By: null, At: null };
  const inForce = before ?? { ROP: null, SS: null, Lot: null, Max: null };
  if (changedParameters({ ...inForce, ...next }, wholeUnits).length === 0)
    return { Status: null, ...undecided };
  if (before !== null && before.Status !== null && sameProposal(before, { ...before, ...next }, wholeUnits))
    return { Status: before.Status, By: before.By, At: before.At };
  return { Status: "proposed", ...undecided };
}

const wholeUnits = 1;
