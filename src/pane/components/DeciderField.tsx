import { Field, Input } from "@fluentui/react-components";

interface Props {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** Whose name stands beside a decision. */
export function DeciderField({ name, onChange }: Props) {
  return (
    <Field
      label="Decided by"
      size="small"
      hint={name.trim() === "" ? "Type your name to decide." : undefined}
    >
      <Input size="small" value={name} onChange={(_, { value }) => onChange(value)} />
    </Field>
  );
}
