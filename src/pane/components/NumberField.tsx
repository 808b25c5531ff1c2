import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

interface Props {
  readonly label: string;
  /** The label is for screen readers only: what stands beside the field says it already. */
  readonly labelHidden?: boolean;
  /** Undefined where the field is empty. */
  readonly value: number | undefined;
  readonly step?: number;
  readonly hint?: string;
  /** Why a number cannot be used; undefined where it can. */
  readonly problemOf?: (value: number) => string | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that may be left open. While it is typed, 0.50 stays 0.50; what cannot be used gives way to what is used. */
export function NumberField({
  label,
  labelHidden = false,
  value,
  step,
  hint,
  problemOf = () => undefined,
  onChange,
}: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const problemIn = (text: string) => {
    if (text.trim() === "") return undefined;
    const number = Number(text);
    return Number.isFinite(number) ? problemOf(number) : "A number, please.";
  };
  const problem = typed === undefined ? undefined : problemIn(typed);
  return (
    <Field label={labelHidden ? undefined : label} size="small" hint={hint} validationMessage={problem}>
      <Input
        className={styles.input}
        size="small"
        type="number"
        step={step}
        aria-label={labelHidden ? label : undefined}
        value={typed ?? (value === undefined ? "" : String(Number(value.toFixed(6))))}
        onChange={(_, { value: text }) => {
          setTyped(text);
          if (problemIn(text) === undefined) onChange(text.trim() === "" ? undefined : Number(text));
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  );
}
