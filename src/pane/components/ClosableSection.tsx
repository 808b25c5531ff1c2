import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useRef, type ReactNode, type RefObject } from "react";
import { Heading } from "./Heading";
import { useEscape, useFocusInside } from "./panel-keyboard";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: {
    display: "flex",
    alignItems: "flex-start",
    justifyContent: "space-between",
    overflowWrap: "anywhere",
  },
});

interface Props {
  readonly title: string;
  readonly level: 1 | 2;
  readonly onClose: () => void;
  /** Set to the heading, for whoever has to know where the section stands. */
  readonly headingRef?: RefObject<HTMLHeadingElement | null>;
  readonly children: ReactNode;
}

/** A part of the page that comes with the focus on its heading and goes by its button or by Escape. */
export function ClosableSection({ title, level, onClose, headingRef, children }: Props) {
  const styles = useStyles();
  const own = useRef<HTMLHeadingElement>(null);
  const heading = headingRef ?? own;
  useFocusInside(heading);
  useEscape(onClose);
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.title}>
        <Heading level={level} focusRef={heading}>
          {title}
        </Heading>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`Close ${title}`}
          onClick={onClose}
        />
      </div>
      {children}
    </section>
  );
}
