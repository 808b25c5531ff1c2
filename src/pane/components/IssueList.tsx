import { Button, Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Issue } from "../../workbook/tables";
import { formatWhole } from "../format";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";
import { Section } from "./Section";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: "anywhere",
  },
  more: { alignSelf: "flex-start" },
});

const PAGE = 20;

interface Props {
  readonly issues: readonly Issue[];
  /** What becomes of such rows. */
  readonly note?: string;
}

/** Cells a job could not use; a click selects the cell. */
export function IssueList({ issues, note = "Rows with an issue are left out until it is mended." }: Props) {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  if (issues.length === 0) return null;
  return (
    <Section title={issues.length === 1 ? "1 issue" : `${formatWhole(issues.length)} issues`}>
      <Text>{note}</Text>
      <ul className={styles.list}>
        {issues.slice(0, shown).map((issue, i) => (
          <IssueLine key={`${i} ${issue.message}`} issue={issue} />
        ))}
      </ul>
      {issues.length > shown && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + PAGE)}>
          Show {formatWhole(Math.min(PAGE, issues.length - shown))} more
        </Button>
      )}
    </Section>
  );
}

function IssueLine({ issue: { table, row, column, message } }: { readonly issue: Issue }) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  if (row === 0) {
    return (
      <li>
        <Text>
          {table}: {message}
        </Text>
      </li>
    );
  }
  const go = () =>
    attempt(`Cannot go to ${table} row ${row}`, () => workbook.selectTableCell(table, row - 1, column));
  return (
    <li>
      <Link as="button" inline onClick={() => void go()}>
        {table} row {formatWhole(row)}
      </Link>
      <Text>: {message}</Text>
    </li>
  );
}
