import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ClosableSection } from "./ClosableSection";

const useStyles = makeStyles({
  lead: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A tool that stands before the view until it is closed, by its button or by Escape. */
export function ToolPanel({ title, lead, onClose, children }: Props) {
  const styles = useStyles();
  return (
    <ClosableSection title={title} level={1} onClose={onClose}>
      {lead !== undefined && <Text className={styles.lead}>{lead}</Text>}
      {children}
    </ClosableSection>
  );
}
