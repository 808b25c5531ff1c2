import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** The usual recipe for text that only screen readers meet: not `display: none`, which hides it from them too. */
const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

interface Props {
  readonly children: ReactNode;
  /** A status is read out when it changes. */
  readonly role?: "status";
  /** For elements that are described by it. */
  readonly id?: string;
}

/** Words for screen readers where the eye has the picture. */
export function HiddenText({ children, role, id }: Props) {
  const styles = useStyles();
  return (
    <span className={styles.hidden} role={role} id={id}>
      {children}
    </span>
  );
}
