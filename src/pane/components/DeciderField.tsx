import { Field, Input } from "@fluentui/react-components";

interface Props {
  readonly name: string;
  readonly onChange: (name: string) => void;
  /** What the name is for, where nothing waits for it. */
  readonly hint?: string;
}

/** Whose name stands beside a decision. */
export function DeciderField({ name, onChange, hint = "Type your name to decide." }: Props) {
  return (
    <Field label="Decided by" size="small" hint={name.trim() === "" ? hint : undefined}>
      <Input size="small" value={name} onChange={(_, { value }) => onChange(value)} />
    </Field>
  );
}
