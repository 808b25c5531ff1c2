import { Button, Link, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { frozenFormulasTable } from "../../workbook/tables";
import { Advice } from "../components/Advice";
import { RunProgress } from "../components/RunProgress";
import { Section } from "../components/Section";
import { ToolPanel } from "../components/ToolPanel";
import { formatWhole } from "../format";
import { usePane } from "../pane-context";
import { failureText, useAttempt } from "../use-attempt";
import { useRows } from "../use-rows";
import { useSharing, type SharingJob } from "./use-sharing";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: "anywhere",
  },
});

const lead =
  "For people who do not have Stockbook: its formulas become the values they show, so that nothing turns into #NAME?. " +
  "Excel's own formulas stay formulas. Each formula is kept in a table and can be put back.";

const leftTitles: Readonly<Record<SharingJob, string>> = {
  freeze: "Still formulas",
  unfreeze: "Changed since, left as they are",
};

/** Freeze for sharing: one button, its inventory, and the way back. */
export function SharingPanel({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { run, report, start } = useSharing();
  const inventory = useRows(frozenFormulasTable, run !== undefined);
  if (inventory.state === "failed")
    return (
      <ToolPanel title="Freeze for sharing" onClose={onClose}>
        <Advice title="The inventory cannot be read" text={failureText(inventory.error)} />
      </ToolPanel>
    );
  const rows = inventory.rows ?? [];
  const count = (state: string) => rows.filter(({ State }) => State === state).length;
  const [frozen, changed] = [count("frozen"), count("changed")];
  return (
    <ToolPanel title="Freeze for sharing" lead={lead} onClose={onClose}>
      {inventory.state === "loading" && <Spinner size="small" label="Reading the inventory" />}
      {run !== undefined && <RunProgress run={run} />}
      {inventory.state === "ready" && run === undefined && (
        <>
          {rows.length > 0 && <InventoryLine frozen={frozen} changed={changed} rows={rows.length} />}
          <div className={styles.buttons}>
            <Button appearance={frozen > 0 ? "secondary" : "primary"} onClick={() => start("freeze")}>
              {frozen > 0 ? "Freeze the rest" : "Freeze for sharing"}
            </Button>
            {frozen + changed > 0 && (
              <Button appearance={frozen > 0 ? "primary" : "secondary"} onClick={() => start("unfreeze")}>
                Unfreeze
              </Button>
            )}
          </div>
          <Text size={200} className={styles.muted}>
            Freeze a copy if others go on working in this workbook.
          </Text>
        </>
      )}
      {report !== undefined && report.left.length > 0 && (
        <Section title={leftTitles[report.job]}>
          <LeftList left={report.left} />
        </Section>
      )}
    </ToolPanel>
  );
}

function InventoryLine(counts: { readonly frozen: number; readonly changed: number; readonly rows: number }) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { frozen, changed, rows } = counts;
  const parts = [
    frozen > 0 ? `${formatWhole(frozen)} frozen` : "",
    changed > 0 ? `${formatWhole(changed)} changed since` : "",
    rows > frozen + changed ? `${formatWhole(rows - frozen - changed)} restored` : "",
  ];
  const show = () =>
    attempt(`Cannot show ${frozenFormulasTable.name}`, async () =>
      workbook.select((await workbook.readTable(frozenFormulasTable.name))?.address ?? ""),
    );
  return (
    <Text>
      <Link as="button" inline onClick={() => void show()}>
        {frozenFormulasTable.name}
      </Link>
      : {parts.filter((part) => part !== "").join(", ")}.
    </Text>
  );
}

const MOST = 20;

function LeftList({
  left,
}: {
  readonly left: readonly { readonly address: string; readonly why: string }[];
}) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  return (
    <>
      <ul className={styles.list}>
        {left.slice(0, MOST).map(({ address, why }) => (
          <li key={address}>
            <Link
              as="button"
              inline
              onClick={() => void attempt(`Cannot go to ${address}`, () => workbook.select(address))}
            >
              {address}
            </Link>
            <Text>: {why}</Text>
          </li>
        ))}
      </ul>
      {left.length > MOST && <Text size={200}>{formatWhole(left.length - MOST)} more.</Text>}
    </>
  );
}
