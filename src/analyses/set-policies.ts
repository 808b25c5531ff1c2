import { policiesTable, runsTable } from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, type AnalysisOutcome } from "./define-analysis";
import { numberOption } from "./options";
import { planPolicies, type PolicyPlan } from "./policies/plan-policies";
import { mergedPolicies, type PolicyCells } from "./policies/policy-columns";
import { policyOptions, policyReads, policyRules } from "./policies/policy-options";
import { proposals, type ProposedItem } from "./policies/proposed-items";
import { proposePolicy, type PolicyProposal, type PolicyTask } from "./policies/propose-policy";

interface State {
  readonly plan: PolicyPlan;
  readonly policies: TableContent | undefined;
  readonly runId: string;
}

/** The bounds of one site together. */
export interface SiteBounds {
  readonly location: string;
  /** Carrying, money per year; negative where bounds save it at the cost of service. */
  readonly cost: number;
  /** Money in stock that the bounds add or take away. */
  readonly cash: number;
  /** The added cash is beyond what the site may decide itself. */
  readonly asks: boolean;
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
    "Demand is Forecast where it has coming buckets, else history. The spread is that of past forecasts over lead time and review where Forecast still holds 8 of them, else that of demand. Slow movers are summed as they come instead of taken for normal.",
    "Lead times are those of Receipts, else Contracts, else Items. LocalMin and LocalMax bound the safety stock; what that costs is shown.",
    "Parameters in force stay as they are: the proposal stands beside them in NewROP, NewSS, NewLot, NewMax.",
  ],
  options: {
    ...policyOptions,
    autonomy: numberOption("Money in stock that the bounds of one site may add without asking", "money", 0, {
      min: 0,
    }),
  },
  reads: policyReads,
  writes: [policiesTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const plan = planPolicies(tables, policyRules(options));
    return {
      state: { plan, policies: tables.policies, runId } satisfies State,
      work: plan.items.map(({ task }) => task),
    };
  },
  step: (task: PolicyTask): PolicyProposal => proposePolicy(task),
  finish: ({ plan, policies, runId }: State, results, { autonomy }): AnalysisOutcome => {
    const { proposed, issues } = proposals(plan, results);
    const cells = new Map(proposed.map((one) => [one.id, cellsOf(one, runId)] as const));
    const count = proposed.length.toLocaleString("en");
    const details: PoliciesDetails = { items: proposed, sites: siteBounds(proposed, autonomy) };
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
  "FreeSS",
  "BoundCost",
  "DemandShare",
  "LeadTimeShare",
  "ReviewShare",
  "Mean",
  "Sigma",
  "LeadTime",
  "LeadTimeSd",
  "Basis",
  "RunId",
] as const;

function cellsOf({ item, location, proposal }: ProposedItem, runId: string): PolicyCells {
  return {
    Item: item,
    Location: location,
    NewROP: proposal.reorderPoint,
    NewSS: proposal.safetyStock,
    NewLot: proposal.lot,
    NewMax: proposal.max,
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
    Basis: proposal.basis,
    RunId: runId,
  };
}

function siteBounds(items: readonly ProposedItem[], autonomy: number): SiteBounds[] {
  const sites = new Map<string, { cost: number; cash: number; added: number }>();
  for (const { location, proposal, unitCost } of items) {
    const site = sites.get(location) ?? { cost: 0, cash: 0, added: 0 };
    const cash = (proposal.safetyStock - proposal.freeSafetyStock) * (unitCost ?? 0);
    sites.set(location, {
      cost: site.cost + (proposal.boundCost ?? 0),
      cash: site.cash + cash,
      added: site.added + Math.max(0, cash),
    });
  }
  return [...sites].map(([location, { cost, cash, added }]) => ({
    location,
    cost,
    cash,
    asks: added > autonomy,
  }));
}
