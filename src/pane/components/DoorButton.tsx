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
  text: { lineHeight: tokens.lineHeightBase200, marginTop: tokens.spacingVerticalXXS },
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
      secondaryContent={{ children: text, className: styles.text }}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {title}
    </CompoundButton>
  );
}
