import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Selection } from "../../workbook/workbook";
import { firstCell } from "../formula/address";
import { formatWhole } from "../format";
import { useNotices } from "../notices";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";
import { answerArea, filledCells, readsItself } from "./insert-formula";
import type { Preview } from "./preview";

const useStyles = makeStyles({
  insert: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: tokens.spacingVerticalS,
  },
  button: { alignSelf: "flex-start" },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly formula: string;
  readonly preview: Preview | undefined;
  /** What is selected now: its first cell receives the formula. */
  readonly target: Selection;
}

export function InsertFormula({ formula, preview, target }: Props) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const [asked, setAsked] = useState<{ readonly area: string; readonly filled: number }>();
  const cell = firstCell(target.address);
  const circular = readsItself(formula, cell);
  const ready =
    preview !== undefined && preview.missing.length === 0 && Object.keys(preview.problems).length === 0;
  const area = answerArea(cell, preview?.outcome);
  const asking = asked?.area === area ? asked : undefined;

  const insert = (replace: boolean) =>
    attempt(`The formula was not inserted into ${cell}`, async () => {
      const filled = replace ? 0 : await filledCells(workbook, area);
      if (filled > 0) {
        setAsked({ area, filled });
        return;
      }
      setAsked(undefined);
      const written = await workbook.writeFormula(cell, formula);
      show({
        intent: "success",
        title: `Inserted into ${written}`,
        text: "Explain this cell shows its steps.",
      });
    });

  return (
    <div className={styles.insert}>
      {asking !== undefined && (
        <ReplaceQuestion
          cell={cell}
          area={area}
          filled={asking.filled}
          onReplace={() => void insert(true)}
          onKeep={() => setAsked(undefined)}
        />
      )}
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={!ready || circular || running || asking !== undefined}
        onClick={() => void insert(false)}
      >
        Insert into {cell}
      </Button>
      <Text size={200} className={styles.muted}>
        {circular
          ? "The formula reads this cell. Select another cell for the answer."
          : "Select another cell in the sheet to put it elsewhere."}
      </Text>
    </div>
  );
}

interface QuestionProps {
  readonly cell: string;
  readonly area: string;
  readonly filled: number;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}

function ReplaceQuestion({ cell, area, filled, onReplace, onKeep }: QuestionProps) {
  const single = area === cell;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{single ? `${cell} is not empty` : `${area} is not empty`}</MessageBarTitle>
        {single
          ? "Inserting replaces what it holds."
          : `${formatWhole(filled)} cells there hold something. What stands in ${cell} is replaced; other filled cells make Excel show #SPILL! until they are cleared.`}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onReplace}>{single ? "Replace" : "Insert anyway"}</Button>
        <Button onClick={onKeep}>Keep it</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
