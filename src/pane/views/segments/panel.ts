import type { SegmentsDetails } from "../../../analyses/run-classify-items";
import type { ServiceTarget } from "../../../analyses/policies/target-rows";
import type { GivenOptions } from "../../components/OptionFields";
import type { Proposal } from "../../analysis/use-proposal";
import type { SegmentsSource } from "./use-segments-tables";

/** The view whose runs these are. */
export const viewId = "segments";
/** Before the names of its options in the table Settings. */
export const settingsPrefix = "Segments";

/** What every part of the view is given. */
export interface PanelProps {
  readonly source: SegmentsSource;
  /** Options of the review, those that differ from the defaults. */
  readonly rules: GivenOptions;
  readonly onRules: (rules: GivenOptions) => void;
  /** The review as it would be written now. */
  readonly review: Proposal;
  readonly details: SegmentsDetails;
  /** Upgrades that are accepted and not yet committed: class by item. */
  readonly upgrades: ReadonlyMap<string, "A" | "B">;
  readonly onUpgrades: (upgrades: ReadonlyMap<string, "A" | "B">) => void;
  /** Targets of segments that were typed and not yet written. */
  readonly targets: ReadonlyMap<string, ServiceTarget>;
  readonly onTargets: (targets: ReadonlyMap<string, ServiceTarget>) => void;
  /** What targets give both ways, and the frontier. */
  readonly service: Proposal;
  /** Opens another part. */
  readonly onPanel: (id: string) => void;
}
