import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { TableStatus } from "../../../analyses/table-status";
import { IssueList } from "../../components/IssueList";
import { ReferenceLink } from "../../components/ReferenceLink";
import { Section } from "../../components/Section";
import { formatWhole } from "../../format";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  order: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Our tables in this workbook, how many of their rows can be used, and what is wrong with the others. */
export function TableList({ statuses }: { readonly statuses: readonly TableStatus[] }) {
  const styles = useStyles();
  const [opened, setOpened] = useState<string>();
  const issues = statuses.find(({ schema }) => schema.name === opened)?.issues ?? [];
  return (
    <>
      <Section title="Tables">
        <ul className={styles.list}>
          {statuses.map(({ schema, address, usable, issues: found }) => (
            <li key={schema.name} className={styles.line}>
              <ReferenceLink address={address}>{schema.name}</ReferenceLink>
              <Text className={styles.muted}>{formatWhole(usable)} rows</Text>
              <IssueCount
                count={found.length}
                opened={opened === schema.name}
                onToggle={() => setOpened(opened === schema.name ? undefined : schema.name)}
              />
            </li>
          ))}
        </ul>
      </Section>
      <IssueList key={opened} issues={issues} />
    </>
  );
}

interface CountProps {
  readonly count: number;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

function IssueCount({ count, opened, onToggle }: CountProps) {
  const styles = useStyles();
  if (count === 0) {
    return (
      <Text className={styles.order}>
        <CheckmarkCircleRegular />
        in order
      </Text>
    );
  }
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<WarningRegular />}
      aria-expanded={opened}
      onClick={onToggle}
    >
      {count === 1 ? "1 issue" : `${formatWhole(count)} issues`}
    </Button>
  );
}
