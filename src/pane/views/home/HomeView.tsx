import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { missingTables } from "../../../analyses/table-status";
import { Advice } from "../../components/Advice";
import { Heading } from "../../components/Heading";
import { failureText } from "../../use-attempt";
import { FirstRun } from "./FirstRun";
import { MissingTables } from "./MissingTables";
import { Shortcuts } from "./Shortcuts";
import { TableList } from "./TableList";
import { useTableStatuses } from "./use-table-statuses";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

export function HomeView() {
  const styles = useStyles();
  const statuses = useTableStatuses();
  return (
    <div className={styles.view}>
      <Heading level={1}>Home</Heading>
      {statuses.state === "loading" && <Spinner size="small" label="Reading the tables" />}
      {statuses.state === "failed" && (
        <Advice title="The workbook cannot be read" text={failureText(statuses.error)} />
      )}
      {statuses.state === "ready" && statuses.value.length === 0 && <FirstRun />}
      {statuses.state === "ready" && statuses.value.length > 0 && (
        <>
          <Shortcuts />
          <TableList statuses={statuses.value} />
          <MissingTables schemas={missingTables(statuses.value)} />
        </>
      )}
    </div>
  );
}
