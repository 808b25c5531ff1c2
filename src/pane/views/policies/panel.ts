import type { TableInfo } from "../../../workbook/workbook";
import type { GivenOptions } from "../../components/OptionFields";

/** What every part of the view is given. */
export interface PanelProps {
  readonly tables: readonly TableInfo[];
  /** Options that the analyses of the view share, those that differ from the defaults. */
  readonly options: GivenOptions;
  readonly onOptions: (options: GivenOptions) => void;
  /** Opens another part. */
  readonly onPanel: (id: string) => void;
  /** Tables are ours to write just now: nothing is read again after each chunk. */
  readonly isWriting: boolean;
}
