import { CompoundButton, makeStyles, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  door: {
    justifyContent: "flex-start",
    maxWidth: "none",
    width: "100%",
    textAlign: "left",
    gap: tokens.spacingHorizontalS,
  },
});

interface Props {
  readonly icon: ComponentProps<typeof CompoundButton>["icon"];
  readonly title: string;
  readonly text: string;
  /** For a door that opens something below itself. */
  readonly expanded?: boolean;
  readonly onClick: () => void;
}

/** A large button that says where it leads. */
export function DoorButton({ icon, title, text, expanded, onClick }: Props) {
  const styles = useStyles();
  return (
    <CompoundButton
      className={styles.door}
      icon={icon}
      secondaryContent={text}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {title}
    </CompoundButton>
  );
}
