import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import {
  classColumns,
  cutsProblem,
  type ClassCuts,
  type Classification,
} from "../../../analyses/classify-items";
import { classColumnsMissing } from "../../../analyses/segmentation-needs";
import { changedRows } from "../../../analyses/changed-rows";
import type { TableContent } from "../../../workbook/workbook";
import { createInWorkbook } from "../../create-tables";
import { formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { saveCuts } from "./saved-cuts";

const useStyles = makeStyles({
  action: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly items: TableContent;
  readonly classification: Classification;
  readonly cuts: ClassCuts;
}

export function WriteClasses({ items, classification, cuts }: Props) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const columns = classColumns(classification, items.rowCount);
  const missing = classColumnsMissing(items);
  const changes = changedRows(items, columns);
  const refused = cutsProblem(cuts) !== undefined;
  const write = () =>
    attempt("The classes were not written", async () => {
      if (missing.length > 0) await createInWorkbook(workbook, "Items", missing);
      await workbook.writeColumns("Items", columns);
      await saveCuts(workbook, cuts);
      show({
        intent: "success",
        title: "Classes written",
        text: `Items[ABC] and Items[XYZ] hold the classes of ${formatWhole(classification.items.length)} items.`,
      });
    });
  return (
    <div className={styles.action}>
      <Button
        appearance="primary"
        disabledFocusable={running || changes === 0 || refused}
        onClick={() => void write()}
      >
        {missing.length > 0 ? `Add ${missing.join(" and ")}, write classes` : "Write classes"}
      </Button>
      <Text size={200} className={styles.muted}>
        {refused
          ? "Mend the cuts first."
          : changes === 0
            ? "Items[ABC] and Items[XYZ] hold these classes already."
            : `${formatWhole(changes)} of ${formatWhole(items.rowCount)} rows change.`}
      </Text>
    </div>
  );
}
