import type { GivenOptions } from "../../components/OptionFields";
import type { TableInfo } from "../../../workbook/workbook";

/** What every panel of the view is given. */
export interface PanelProps {
  readonly tables: readonly TableInfo[];
  /** Options of the view's jobs that differ from the defaults. */
  readonly options: GivenOptions;
  readonly onOptions: (options: GivenOptions) => void;
  /** Our own tables are being written: there is no use in reading them after each chunk. */
  readonly isWriting: boolean;
}
