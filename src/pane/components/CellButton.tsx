import { Button } from "@fluentui/react-components";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";

interface Props {
  readonly table: string;
  /** Body row, counted from 0. */
  readonly row: number;
  readonly column: string;
  readonly primary?: boolean;
  readonly children: string;
}

/** Leads from a detail to the cell behind it. */
export function CellButton({ table, row, column, primary = false, children }: Props) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  return (
    <Button
      appearance={primary ? "primary" : "secondary"}
      onClick={() =>
        void attempt(`Cannot go to ${table}`, () => workbook.selectTableCell(table, row, column))
      }
    >
      {children}
    </Button>
  );
}
