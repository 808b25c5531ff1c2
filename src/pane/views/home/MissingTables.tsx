import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { TableSchema } from "../../../workbook/tables";
import { Section } from "../../components/Section";
import { createInWorkbook } from "../../create-tables";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Tables the workbook does not have, each created empty by its button. */
export function MissingTables({ schemas }: { readonly schemas: readonly TableSchema[] }) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  if (schemas.length === 0) return null;
  const create = (name: string) =>
    attempt(`Cannot create the table ${name}`, async () => {
      await createInWorkbook(workbook, name);
      show({
        intent: "success",
        title: `Created the table ${name}`,
        text: "It stands on a sheet of its own. Paste your rows below its header; columns you do not use may stay blank.",
      });
    });
  return (
    <Section title="Tables to create">
      <ul className={styles.list}>
        {schemas.map(({ name, summary }) => (
          <li key={name} className={styles.line}>
            <div>
              <Text block weight="semibold">
                {name}
              </Text>
              <Text block size={200} className={styles.muted}>
                {summary}
              </Text>
            </div>
            <Button
              size="small"
              aria-label={`Create the table ${name}`}
              disabled={running}
              onClick={() => void create(name)}
            >
              Create
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
