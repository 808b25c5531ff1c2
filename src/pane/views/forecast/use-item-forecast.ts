import { useEffect, useState } from "react";
import { forecastItems, type ForecastOutcome, type ItemForecast } from "../../../analyses/forecast-items";
import type { ForecastPlan, Leaf } from "../../../analyses/forecast/plan-forecast";
import type { Issue } from "../../../workbook/tables";
import { runInSlices } from "../../run-in-slices";
import { failureText } from "../../use-attempt";

export type ShownForecast =
  | { readonly state: "none" }
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly item: ItemForecast }
  | { readonly state: "refused"; readonly why: string };

interface Preview {
  readonly plan: ForecastPlan;
  readonly id: string;
  readonly outcome?: ForecastOutcome;
  readonly problem?: string;
}

/** The forecast of one leaf: from the last run where that is current, else made now. */
export function useItemForecast(
  plan: ForecastPlan,
  outcome: ForecastOutcome | undefined,
  leaf: Leaf | undefined,
): ShownForecast {
  const [preview, setPreview] = useState<Preview>();
  const id = leaf?.id;
  useEffect(() => {
    if (id === undefined || outcome !== undefined) return undefined;
    const controller = new AbortController();
    runInSlices(
      forecastItems(plan, (one) => one.id === id),
      controller.signal,
    ).then(
      (made) => setPreview({ plan, id, outcome: made }),
      (thrown: unknown) => {
        if (!controller.signal.aborted) setPreview({ plan, id, problem: failureText(thrown) });
      },
    );
    return () => controller.abort();
  }, [plan, outcome, id]);
  if (leaf === undefined) return { state: "none" };
  const made = preview?.plan === plan && preview.id === id ? preview : undefined;
  const found = outcome ?? made?.outcome;
  if (found === undefined) {
    return made?.problem === undefined ? { state: "loading" } : { state: "refused", why: made.problem };
  }
  const item = found.items.find((one) => one.id === leaf.id);
  return item === undefined
    ? { state: "refused", why: refusal(found.issues, leaf) }
    : { state: "ready", item };
}

function refusal(issues: readonly Issue[], leaf: Leaf): string {
  const issue = issues.find(({ table, row }) => table === "Demand" && row === leaf.demandRow);
  return issue?.message ?? `${leaf.item} has no forecast`;
}
