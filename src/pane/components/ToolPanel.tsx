import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useRef, type ReactNode } from "react";
import { Heading } from "./Heading";
import { useEscape, useFocusInside } from "./panel-keyboard";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: { display: "flex", alignItems: "center", justifyContent: "space-between" },
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
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusInside(heading);
  useEscape(onClose);
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.title}>
        <Heading level={1} focusRef={heading}>
          {title}
        </Heading>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`Close ${title}`}
          onClick={onClose}
        />
      </div>
      {lead !== undefined && <Text className={styles.lead}>{lead}</Text>}
      {children}
    </section>
  );
}
