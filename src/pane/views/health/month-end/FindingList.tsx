import { Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Issue } from "../../../../workbook/tables";
import { formatWhole } from "../../../format";
import { usePane } from "../../../pane-context";
import { sentence } from "../../../sentence";
import { useAttempt } from "../../../use-attempt";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: "anywhere",
  },
});

const MOST = 12;

/** Cells behind what does not tie; a click selects the cell. */
export function FindingList({ findings }: { readonly findings: readonly Issue[] }) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  if (findings.length === 0) return null;
  return (
    <>
      <Text weight="semibold">Where to look</Text>
      <ul className={styles.list}>
        {findings.slice(0, MOST).map(({ table, row, column, message }, i) => (
          <li key={`${i} ${message}`}>
            <Link
              as="button"
              inline
              onClick={() =>
                void attempt(`Cannot go to ${table} row ${row}`, () =>
                  workbook.selectTableCell(table, row - 1, column),
                )
              }
            >
              {table} row {formatWhole(row)}
            </Link>
            <Text>: {sentence(message)}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}
