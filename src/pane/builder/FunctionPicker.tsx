import { Button, SearchBox, Text, makeStyles, tokens } from "@fluentui/react-components";
import { findFunctions } from "../search/find-functions";

const useStyles = makeStyles({
  picker: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  search: { maxWidth: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  function: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    width: "100%",
    maxWidth: "none",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    paddingInline: tokens.spacingHorizontalS,
  },
  summary: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly job: string;
  readonly onJob: (job: string) => void;
  readonly onPick: (name: string) => void;
}

export function FunctionPicker({ job, onJob, onPick }: Props) {
  const styles = useStyles();
  const found = findFunctions(job);
  return (
    <div className={styles.picker}>
      <SearchBox
        className={styles.search}
        aria-label="What should the formula do?"
        placeholder="What should it do? e.g. safety stock"
        value={job}
        onChange={(_, { value }) => onJob(value)}
      />
      <Text size={200} role="status" className={styles.summary}>
        {found.length === 0
          ? "Nothing found. Try fewer or other words, such as forecast, reorder point, write-down."
          : found.length === 1
            ? "1 function"
            : `${found.length} functions`}
      </Text>
      <ul className={styles.list} aria-label="Functions">
        {found.map(({ name, summary }) => (
          <li key={name}>
            <Button appearance="subtle" className={styles.function} onClick={() => onPick(name)}>
              <Text weight="semibold">{name}</Text>
              <Text size={200} className={styles.summary}>
                {summary}
              </Text>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
