import type { GivenOptions } from "../../components/OptionFields";

/** What every part of the view is given. */
export interface PanelProps {
  /** Options that the analyses of the view share, those that differ from the defaults. */
  readonly options: GivenOptions;
  readonly onOptions: (options: GivenOptions) => void;
  /** Tables are ours to write just now: nothing is read again after each chunk. */
  readonly isWriting: boolean;
}
