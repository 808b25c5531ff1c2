import { useMemo, useState } from "react";
import { bucketOf, bucketStart } from "../../../engine/calendar";
import { readRows, demandTable } from "../../../workbook/tables";
import type { TableContent } from "../../../workbook/workbook";
import { narrowed } from "../../../analyses/narrowed-schema";
import { segmentReview, type SegmentsDetails } from "../../../analyses/run-classify-items";
import { upgradesText } from "../../../analyses/segments/accepted-upgrades";
import { settingsOf } from "../../../analyses/stored-settings";
import type { GivenOptions } from "../../components/OptionFields";
import { useProposal, type Proposal } from "../../analysis/use-proposal";
import { isoDay, serialOfToday } from "./iso-day";
import { settingsPrefix } from "./panel";
import type { SegmentsSource } from "./use-segments-tables";

export type Upgrades = ReadonlyMap<string, "A" | "B">;
const noUpgrades: Upgrades = new Map();
const noSource: SegmentsSource = { needs: [], tables: {} };

export interface ReviewState {
  readonly rules: GivenOptions;
  readonly setRules: (rules: GivenOptions) => void;
  readonly upgrades: Upgrades;
  readonly setUpgrades: (upgrades: Upgrades) => void;
  readonly review: Proposal;
  readonly details: SegmentsDetails | undefined;
  /** What the pool was given, for further questions about it. */
  readonly tables: readonly TableContent[] | undefined;
}

/** The review by the rules as they are typed: those of Settings until then. */
export function useReview(source: SegmentsSource = noSource): ReviewState {
  const { Items, Demand, Policies, Receipts, Contracts, SegmentHistory, Settings } = source.tables;
  const [typed, setRules] = useState<GivenOptions>();
  const [upgrades, setUpgrades] = useState<Upgrades>(noUpgrades);
  const saved = useMemo(() => settingsOf(Settings, settingsPrefix, segmentReview), [Settings]);
  const asOf = useMemo(() => lastFullMonth(Demand), [Demand]);
  const rules = useMemo(() => ({ asOf, ...(typed ?? withoutDay(saved)) }), [asOf, typed, saved]);
  const options = useMemo(
    () => (upgrades.size === 0 ? rules : { ...rules, upgrades: upgradesText(upgrades) }),
    [rules, upgrades],
  );
  const blocked = source.needs.some(({ blocking }) => blocking);
  const tables = useMemo(
    () =>
      Items === undefined || blocked
        ? undefined
        : [Items, Demand, Policies, Receipts, Contracts, SegmentHistory].filter(
            (table) => table !== undefined,
          ),
    [Items, Demand, Policies, Receipts, Contracts, SegmentHistory, blocked],
  );
  const review = useProposal(segmentReview, tables, options);
  const details = review.made?.outcome.details as SegmentsDetails | undefined;
  return { rules, setRules, upgrades, setUpgrades, review, details, tables };
}

/** The day and accepted upgrades are of one review, not of all. */
function withoutDay({ asOf: _asOf, upgrades: _upgrades, ...rules }: GivenOptions): GivenOptions {
  return rules;
}

const dates = narrowed(demandTable, ["Date"]);

/** Last day of the last month with demand that is over today; today where there is no demand. */
function lastFullMonth(demand: TableContent | undefined): string {
  const today = serialOfToday();
  const last =
    demand === undefined
      ? -Infinity
      : readRows(dates, demand.columns, demand.rows).rows.reduce(
          (latest, { Date: day }) => Math.max(latest, day as number),
          -Infinity,
        );
  if (!Number.isFinite(last)) return isoDay(today);
  const overToday = bucketStart(bucketOf(today, "M"), "M") - 1;
  return isoDay(Math.min(overToday, bucketStart(bucketOf(last, "M") + 1, "M") - 1));
}
