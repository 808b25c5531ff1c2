import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { cutsProblem, type ClassCuts } from "../../../analyses/classify-items";
import { Section } from "../../components/Section";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    alignItems: "start",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  input: { minWidth: 0, width: "100%" },
});

interface Props {
  readonly cuts: ClassCuts;
  readonly onChange: (cuts: ClassCuts) => void;
}

export function CutsForm({ cuts, onChange }: Props) {
  const styles = useStyles();
  const { abc, xyz } = cuts;
  const problem = cutsProblem(cuts);
  const messageFor = (field: "abc" | "xyz") => (problem?.field === field ? problem.message : undefined);
  return (
    <Section title="Cuts">
      <div className={styles.grid}>
        <CutField
          label="A ends at, % of value"
          value={abc[0] * 100}
          step={1}
          problem={messageFor("abc")}
          onChange={(percent) => onChange({ abc: [percent / 100, abc[1]], xyz })}
        />
        <CutField
          label="B ends at, % of value"
          value={abc[1] * 100}
          step={1}
          onChange={(percent) => onChange({ abc: [abc[0], percent / 100], xyz })}
        />
        <CutField
          label="X ends at, variation"
          value={xyz[0]}
          step={0.05}
          problem={messageFor("xyz")}
          onChange={(cut) => onChange({ abc, xyz: [cut, xyz[1]] })}
        />
        <CutField
          label="Y ends at, variation"
          value={xyz[1]}
          step={0.05}
          onChange={(cut) => onChange({ abc, xyz: [xyz[0], cut] })}
        />
      </div>
    </Section>
  );
}

interface CutFieldProps {
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly problem?: string;
  readonly onChange: (value: number) => void;
}

function CutField({ label, value, step, problem, onChange }: CutFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const shown = rounded(value);
  // While typing, 0.50 stays 0.50 and an empty field stays empty.
  const text = Object.is(numberOf(typed), shown) ? typed : String(shown);
  return (
    <Field label={label} size="small" validationMessage={problem}>
      <Input
        className={styles.input}
        type="number"
        size="small"
        step={step}
        value={text}
        onChange={(_, { value: next }) => {
          setTyped(next);
          onChange(numberOf(next));
        }}
      />
    </Field>
  );
}

/** NaN where there is no number: the form says so, and the matrix keeps the last cuts that were good. */
function numberOf(text: string): number {
  return text.trim() === "" ? NaN : rounded(Number(text));
}

/** 0.57 as a percentage is 56.99999999999999. */
function rounded(value: number): number {
  return Number(value.toFixed(8));
}
