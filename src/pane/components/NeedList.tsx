import { makeStyles, tokens } from "@fluentui/react-components";
import type { Need } from "../../analyses/needs";
import { createInWorkbook } from "../create-tables";
import { useNotices } from "../notices";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";
import { Advice } from "./Advice";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** What is missing, what it is for, and a button that creates it. */
export function NeedList({ needs }: { readonly needs: readonly Need[] }) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  if (needs.length === 0) return null;
  const create = ({ table, columns }: Need) =>
    attempt(`Cannot create ${what({ table, columns })}`, async () => {
      await createInWorkbook(workbook, table, columns);
      show({
        intent: "success",
        title: `Created ${what({ table, columns })}`,
        text: columns.length === 0 ? "Paste your rows below its header." : `Fill it in the table ${table}.`,
      });
    });
  return (
    <div className={styles.list}>
      {needs.map((need) => (
        <Advice
          key={`${need.table} ${need.columns.join(" ")}`}
          title={`Missing: ${what(need)}`}
          text={need.why}
          action={{
            label: `Create ${what(need)}`,
            disabled: running,
            onClick: () => void create(need),
          }}
        />
      ))}
    </div>
  );
}

function what({ table, columns }: Pick<Need, "table" | "columns">): string {
  if (columns.length === 0) return `table ${table}`;
  return columns.map((column) => `${table}[${column}]`).join(" and ");
}
