import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  advice: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  text: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  /** Why there is nothing to show and what to do about it. */
  readonly text: string;
  readonly action?: { readonly label: string; readonly onClick: () => void; readonly disabled?: boolean };
}

/** Stands where content would be when something is missing. */
export function Advice({ title, text, action }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.advice}>
      <Text weight="semibold">{title}</Text>
      <Text className={styles.text}>{text}</Text>
      {action !== undefined && (
        <Button appearance="primary" disabled={action.disabled} onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
