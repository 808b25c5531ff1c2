import { useMemo } from "react";
import { serialOfIsoText } from "../../../engine/calendar";
import { endOfMonth } from "../../../analyses/segments/segment-history";
import { isoDay } from "./iso-day";
import type { SegmentsDetails } from "../../../analyses/run-classify-items";
import type { ServiceTarget } from "../../../analyses/policies/target-rows";
import { itemsWithClasses, policiesWithTargets } from "../../../analyses/segments/proposed-tables";
import { setServiceTargets, type TargetsDetails } from "../../../analyses/set-service-targets";
import type { GivenOptions } from "../../components/OptionFields";
import { knownOptions } from "../../analysis/known-options";
import { useProposal, type Proposal } from "../../analysis/use-proposal";
import type { SegmentsSource } from "./use-segments-tables";

/** What the targets of the segments give both ways, and the frontier: of the classes as they would be, before anything is written. */
export function useService(
  { tables }: SegmentsSource,
  details: SegmentsDetails | undefined,
  targets: ReadonlyMap<string, ServiceTarget>,
  options: GivenOptions,
): Proposal {
  const { Items, Demand, Policies, Receipts, Contracts, Forecast } = tables;
  const given = useMemo(
    () => (Items === undefined || details === undefined ? undefined : itemsWithClasses(Items, details.items)),
    [Items, details],
  );
  const contents = useMemo(
    () =>
      given === undefined || Demand === undefined
        ? undefined
        : [given, Demand, policiesWithTargets(Policies, targets), Receipts, Contracts, Forecast].filter(
            (table) => table !== undefined,
          ),
    [given, Demand, Policies, Receipts, Contracts, Forecast, targets],
  );
  return useProposal(setServiceTargets, contents, options);
}

export function targetsOf(service: Proposal): TargetsDetails | undefined {
  return service.made?.outcome.details as TargetsDetails | undefined;
}

/** Options of the review and of the policies that the targets' analysis shares. */
export function serviceOptions(rules: GivenOptions, policies: GivenOptions): GivenOptions {
  const { targetType, targets, leadTime, asOf } = rules;
  const shared = { ...policies, ...defined({ targetType, targets, leadTime, asOf: dayAfter(asOf) }) };
  return knownOptions(setServiceTargets, shared);
}

/** The month of the review is over; an analysis that is told its last day would think it is not. */
function dayAfter(asOf: unknown): string | undefined {
  const day = typeof asOf === "string" ? serialOfIsoText(asOf) : undefined;
  return day === undefined ? undefined : isoDay(endOfMonth(day) + 1);
}

function defined(options: GivenOptions): GivenOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
