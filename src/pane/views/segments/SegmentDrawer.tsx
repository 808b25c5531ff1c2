import { Button, Field, Input, Link, Select, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { targetTypes, type ServiceTarget } from "../../../analyses/policies/target-rows";
import type { MatrixSegment } from "../../../analyses/segments/segment-matrix";
import type { SegmentService } from "../../../analyses/service/segment-service";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { formatCompact, formatPercent, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { noFigure, targetNames } from "./names";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
  narrow: { minWidth: 0, width: "100%" },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly segment: MatrixSegment;
  /** Undefined for N and -: their items have targets of their own. */
  readonly target: ServiceTarget | undefined;
  /** What the target gives both ways. */
  readonly given: SegmentService | undefined;
  readonly waiting: boolean;
  readonly onTarget: (target: ServiceTarget) => void;
  readonly onClose: () => void;
}

/** One segment opened: its target, typed in one measure and shown in both. */
export function SegmentDrawer({ segment, target, given, waiting, onTarget, onClose }: Props) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const name = segment.abc + segment.xyz;
  const show = () =>
    attempt(`Cannot select the rows of ${name}`, () => workbook.selectTableRows("Items", segment.rows));
  const both = (share: number | undefined) =>
    share === undefined ? (waiting ? "Working it out" : noFigure) : formatPercent(share);
  return (
    <DetailDrawer
      title={`Segment ${name}`}
      onClose={onClose}
      actions={<Button onClick={onClose}>Back to the matrix</Button>}
    >
      <Facts
        facts={[
          ["Items", formatWhole(segment.count)],
          ["Value a year", `${formatCompact(segment.value)}, ${formatPercent(segment.share)} of all`],
        ]}
      />
      <Link as="button" onClick={() => void show()}>
        Select its rows in Items
      </Link>
      {target === undefined ? (
        <Text>
          Items without a class have no target of a segment: they take their own in Policies, or the default.
        </Text>
      ) : (
        <>
          <TargetFields target={target} onTarget={onTarget} />
          <Facts
            facts={[
              [targetNames.CSL, both(given?.cycleServiceLevel)],
              [targetNames.FILL, both(given?.fillRate)],
              ["Safety stock", given === undefined ? noFigure : formatCompact(given.value)],
              [
                "Known for",
                given === undefined ? noFigure : `${formatWhole(given.count)} items at their places`,
              ],
            ]}
          />
          <Text size={200} className={styles.muted}>
            Cycle service level: chance of no stockout in a cycle, mean of the items. Fill rate: share of
            units served from stock, by demand.
          </Text>
        </>
      )}
    </DetailDrawer>
  );
}

function TargetFields({ target, onTarget }: Pick<Props, "onTarget"> & { readonly target: ServiceTarget }) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const problem = typed === undefined ? undefined : problemOf(typed);
  return (
    <div className={styles.fields}>
      <Field label="Target means" size="small">
        <Select
          className={styles.narrow}
          size="small"
          value={target.type}
          onChange={(_, { value }) => {
            const type = targetTypes.find((one) => one === value);
            if (type !== undefined) onTarget({ ...target, type });
          }}
        >
          {targetTypes.map((type) => (
            <option key={type} value={type}>
              {targetNames[type]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Target, %" size="small" validationMessage={problem}>
        <Input
          className={styles.narrow}
          size="small"
          type="number"
          step={0.1}
          value={typed ?? String(Number((100 * target.level).toFixed(6)))}
          onChange={(_, { value }) => {
            setTyped(value);
            if (problemOf(value) === undefined) onTarget({ ...target, level: Number(value) / 100 });
          }}
          // What cannot be used gives way to what is used.
          onBlur={() => setTyped(undefined)}
        />
      </Field>
    </div>
  );
}

function problemOf(text: string): string | undefined {
  const percent = text.trim() === "" ? NaN : Number(text);
  return percent > 0 && percent < 100 ? undefined : "Above 0 and below 100: no stock meets every demand.";
}
