import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";

const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit" } });

interface Props {
  readonly table: string;
  /** Body rows, counted from 0. */
  readonly rows: readonly number[];
  /** Selects one cell of the first row instead of whole rows. */
  readonly column?: string;
  readonly children: ReactNode;
}

/** Leads to the cells a figure comes from. */
export function RowsLink({ table, rows, column, children }: Props) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const go = () =>
    attempt(`Cannot go to ${table}`, () =>
      column === undefined
        ? workbook.selectTableRows(table, rows)
        : workbook.selectTableCell(table, rows[0], column),
    );
  return (
    <Link as="button" inline className={styles.link} onClick={() => void go()}>
      {children}
    </Link>
  );
}
