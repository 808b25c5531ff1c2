import {
  Button,
  Combobox,
  Dropdown,
  Field,
  Input,
  Option,
  Tooltip,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CursorClickRegular } from "@fluentui/react-icons";
import type { Argument } from "../../functions/arguments";
import { choiceText } from "./formula-text";

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalXS, minWidth: 0 },
  control: { flexGrow: 1, minWidth: 0 },
});

interface Props {
  readonly name: string;
  readonly argument: Argument<unknown>;
  /** A single value may also be a column of them. */
  readonly vector: boolean;
  readonly text: string;
  readonly columns: readonly string[];
  /** Address of what is selected now. */
  readonly selected: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

export function ArgumentField(props: Props) {
  const { name, argument, vector, problem } = props;
  const { label, unit, rule, optional, defaultText, shape } = argument;
  // The control below finds its label, hint and message through Field's context.
  const many = vector && shape === "scalar" ? "; one value or a column" : "";
  const fallback = optional ? `; default ${defaultText}` : "";
  const unitText = unit === name || rule.startsWith(unit) ? "" : `${unit}: `;
  return (
    <Field
      label={label}
      required={!optional}
      hint={`${name}. ${unitText}${rule}${many}${fallback}`}
      validationMessage={problem}
    >
      {argument.choices === undefined ? <TextControl {...props} /> : <ChoiceControl {...props} />}
    </Field>
  );
}

function ChoiceControl({ argument, text, onChange }: Props) {
  const { choices = [], optional, defaultText } = argument;
  const selected = choices.find((choice) => choiceText(choice) === text);
  const fallback = `Default: ${defaultText.replace(/"/g, "")}`;
  return (
    <Dropdown
      value={selected ?? (optional ? fallback : "")}
      selectedOptions={[selected ?? ""]}
      onOptionSelect={(_, { optionValue }) => onChange(optionValue ? choiceText(optionValue) : "")}
    >
      {optional && (
        <Option value="" text={fallback}>
          {fallback}
        </Option>
      )}
      {choices.map((choice) => (
        <Option key={choice} value={choice}>
          {choice}
        </Option>
      ))}
    </Dropdown>
  );
}

function TextControl({ text, columns, selected, onChange }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {columns.length === 0 ? (
        <Input className={styles.control} value={text} onChange={(_, { value }) => onChange(value)} />
      ) : (
        <Combobox
          className={styles.control}
          freeform
          value={text}
          selectedOptions={columns.includes(text) ? [text] : []}
          onChange={({ target }) => onChange(target.value)}
          onOptionSelect={(_, { optionValue }) => onChange(optionValue ?? "")}
        >
          {columns.map((column) => (
            <Option key={column} value={column}>
              {column}
            </Option>
          ))}
        </Combobox>
      )}
      <Tooltip content={`Take the selected cells, ${selected}`} relationship="label">
        <Button icon={<CursorClickRegular />} onClick={() => onChange(selected)} />
      </Tooltip>
    </div>
  );
}
