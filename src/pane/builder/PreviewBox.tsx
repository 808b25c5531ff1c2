import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { CellError } from "../../functions/cell-error";
import type { FunctionDefinition } from "../../functions/define";
import type { Outcome } from "../../functions/evaluate";
import { FormulaBox } from "../components/FormulaBox";
import { Section } from "../components/Section";
import { formatCells, formatWhole } from "../format";
import type { Preview } from "./preview";

const useStyles = makeStyles({
  preview: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  muted: { color: tokens.colorNeutralForeground2 },
  answer: { overflowWrap: "anywhere" },
});

interface Props {
  readonly definition: FunctionDefinition;
  readonly formula: string;
  readonly preview: Preview | undefined;
}

/** The formula as it will be inserted, and its answer with the values of now. */
export function PreviewBox({ definition, formula, preview }: Props) {
  const styles = useStyles();
  return (
    <Section title="Formula">
      <FormulaBox formula={formula} label="Formula to insert" />
      <div className={styles.preview} role="status">
        {preview !== undefined && <Answer definition={definition} preview={preview} />}
      </div>
    </Section>
  );
}

function Answer({ definition, preview }: { definition: FunctionDefinition; preview: Preview }) {
  const styles = useStyles();
  const { outcome, missing, problems, withheld } = preview;
  if (missing.length > 0) return <Text className={styles.muted}>Still needed: {missing.join(", ")}</Text>;
  if (withheld !== undefined) return <Text className={styles.muted}>{withheld}</Text>;
  if (outcome === undefined || Object.keys(problems).length > 0) {
    return <Text className={styles.muted}>Mend the marked fields: {Object.keys(problems).join(", ")}</Text>;
  }
  const errors = outcome.flat().filter((cell) => cell instanceof CellError);
  const several = outcome.length > 1 || outcome[0].length > 1;
  return (
    <>
      <Text size={200} className={styles.muted}>
        {answerName(definition)}
        {several ? `; fills ${size(outcome)}` : ""}
      </Text>
      <Text size={several ? 300 : 500} weight="semibold" className={styles.answer}>
        {formatCells(outcome)}
      </Text>
      {errors.length > 0 && (
        <Text className={styles.muted}>
          {several ? `${formatWhole(errors.length)} of them are errors, the first: ` : ""}
          {errors[0].message || `an argument holds ${errors[0].code}`}
        </Text>
      )}
    </>
  );
}

function answerName({ returns: { label, unit } }: FunctionDefinition): string {
  return label.toLowerCase() === unit ? label : `${label}, ${unit}`;
}

function size(outcome: Outcome): string {
  const [rows, columns] = [outcome.length, outcome[0].length];
  return `${formatWhole(rows)} ${rows === 1 ? "row" : "rows"} x ${formatWhole(columns)} ${columns === 1 ? "column" : "columns"}`;
}
