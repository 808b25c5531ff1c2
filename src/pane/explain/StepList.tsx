import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Step } from "../../functions/define";
import { formatCell } from "../format";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
  },
  formula: {
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: "anywhere",
  },
});

export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {steps.map(({ label, formula, result }) => (
        <li key={label}>
          <Text block>{label}</Text>
          <Text block size={200} className={styles.formula}>
            {formula}
          </Text>
          <Text block weight="semibold">
            = {formatCell(result)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
