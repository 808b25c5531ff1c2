import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  box: {
    display: "block",
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
});

export function FormulaBox({ formula, label }: { readonly formula: string; readonly label: string }) {
  const styles = useStyles();
  return (
    <code className={styles.box} role="group" aria-label={label}>
      {formula}
    </code>
  );
}
