import { Field, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Analysis } from "../../analyses/define-analysis";
import type { Option } from "../../analyses/options";
import { PlanningError } from "../../engine/errors";
import { sentence } from "../sentence";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  input: { minWidth: 0, width: "100%" },
});

export type GivenOptions = Readonly<Record<string, unknown>>;

interface Props {
  readonly analysis: Pick<Analysis, "options">;
  /** Which of its options, in order. */
  readonly names: readonly string[];
  /** Those that differ from the defaults. */
  readonly given: GivenOptions;
  readonly disabled?: boolean;
  readonly onChange: (given: GivenOptions) => void;
}

/** Options of an analysis as fields, with its own labels and rules. */
export function OptionFields({ analysis, names, given, disabled = false, onChange }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      {names.map((name) => (
        <OptionField
          key={name}
          name={name}
          option={analysis.options[name]}
          value={given[name]}
          disabled={disabled}
          onChange={(value) => onChange({ ...given, [name]: value })}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly option: Option;
  readonly value: unknown;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}

function OptionField({ name, option, value, disabled, onChange }: FieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const { label, unit, choices, defaultValue } = option;
  const current = value === undefined ? defaultValue : value;
  if (choices !== undefined) {
    return (
      <Field label={label} size="small">
        <Select
          size="small"
          disabled={disabled}
          value={String(current)}
          onChange={(_, { value: next }) => onChange(option.read(next, name))}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  const problem = typed === undefined ? undefined : problemOf(option, typed, name);
  const inUnit = unit === "text" || unit === "" ? label : `${label}, ${unit}`;
  return (
    <Field label={inUnit} size="small" validationMessage={problem}>
      <Input
        className={styles.input}
        size="small"
        disabled={disabled}
        value={typed ?? String(current)}
        onChange={(_, { value: next }) => {
          setTyped(next);
          if (problemOf(option, next, name) === undefined) onChange(option.read(next, name));
        }}
        // What cannot be used gives way to what is used.
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  );
}

function problemOf(option: Option, text: string, name: string): string | undefined {
  try {
    option.read(text, name);
    return undefined;
  } catch (thrown) {
    return sentence(thrown instanceof PlanningError ? thrown.message : String(thrown));
  }
}
