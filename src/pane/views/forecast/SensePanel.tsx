import { Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { sense } from "../../../analyses/sense";
import { sensingList, totalWorth, type ListedSensing } from "../../../analyses/sensing/sensing-list";
import type { Need } from "../../../analyses/needs";
import type { DemandBucket } from "../../../engine/calendar";
import { sensedTable, sensingTable } from "../../../workbook/tables";
import { useRunSession } from "../../analysis/run-session";
import { AnalysisRun } from "../../components/AnalysisRun";
import { WithDetail } from "../../components/DetailDrawer";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { NeedList } from "../../components/NeedList";
import { RankedList } from "../../components/RankedList";
import { formatPercent, formatUnits, formatWhole } from "../../format";
import { useRows } from "../../use-rows";
import { useSavedOptions } from "../../use-saved-options";
import { leafName } from "./ItemPicker";
import { noFigure, percentOr, signedOr } from "./names";
import { SensingDetail } from "./SensingDetail";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

/** The job whose runs these are; the forecast's own are another matter. */
const sessionId = "forecast-sense";
const optionNames = ["window", "decay", "cap", "lead"];

interface Props {
  readonly bucket: DemandBucket;
  readonly needs: readonly Need[];
}

/** What is known sooner than demand makes of the forecast of the coming weeks, and what such sensing was worth. */
export function SensePanel({ bucket, needs }: Props) {
  const styles = useStyles();
  const { run, outcomes } = useRunSession(sessionId).session;
  const isWriting = run.kind === "running" && run.what === "Writing";
  const [options, setOptions] = useSavedOptions("sense.options");
  const sensing = useRows(sensingTable, isWriting);
  const sensed = useRows(sensedTable, isWriting);
  const [openId, setOpenId] = useState<string>();
  const listed = useMemo(
    () => sensingList(sensing.rows ?? [], sensed.rows ?? [], sensed.places),
    [sensing.rows, sensed.rows, sensed.places],
  );
  if (options === undefined || sensing.state === "loading" || sensed.state === "loading") {
    return <Spinner size="small" label="Reading Sensed" />;
  }
  const open = listed.find(({ id }) => id === openId);
  const isDone = listed.length > 0;
  return (
    <WithDetail
      className={styles.panel}
      detail={open && <SensingDetail sensing={open} onClose={() => setOpenId(undefined)} />}
    >
      <NeedList needs={needs} />
      {isDone && <SensingKpis listed={listed} />}
      <AnalysisRun
        panel={{
          viewId: sessionId,
          run,
          options: { ...options, bucket },
          onOptions: ({ bucket: _, ...chosen }) => setOptions(chosen),
        }}
        analysis={sense}
        label={isDone ? "Sense again" : "Sense demand"}
        primary={!isDone}
        note="Writes the coming weeks to Sensed, and what it rests on to Sensing. Forecast stays as it is."
        done="Demand sensed"
        failed="Nothing was sensed"
        names={optionNames}
      />
      {isDone && (
        <RankedList
          label="Items by units moved"
          count={listed.length}
          rowAt={(i) => rankedRow(listed[i])}
          onOpen={setOpenId}
        />
      )}
      {!isDone && run.kind === "idle" && (
        <Text>
          Each signal is compared with what the forecast led to expect; what stands out from its own scatter
          moves the coming weeks, within a cap, and fades.
        </Text>
      )}
      <IssueList issues={outcomes[sense.id]?.issues ?? []} />
    </WithDetail>
  );
}

function SensingKpis({ listed }: { readonly listed: readonly ListedSensing[] }) {
  const worth = totalWorth(listed.map(({ row }) => row));
  const shifted = listed.filter(({ row }) => row.Shift !== 0).length;
  const base = listed.flatMap(({ weeks }) => weeks).reduce((sum, { Base }) => sum + (Base ?? 0), 0);
  const moved = listed.reduce((sum, one) => sum + one.moved, 0);
  return (
    <KpiStrip
      kpis={[
        { name: "Shifted", value: formatWhole(shifted), note: `of ${formatWhole(listed.length)} items` },
        {
          name: "Moves",
          value: base === 0 ? noFigure : signedOr(moved / base),
          note: "of the coming weeks",
        },
        {
          name: "Past error",
          value: worth === undefined ? noFigure : formatPercent(worth.sensed),
          note: worth === undefined ? "nothing to judge by" : `${formatPercent(worth.base)} without`,
        },
      ]}
    />
  );
}

function rankedRow({ id, row, moved }: ListedSensing) {
  const { Item, Location, Shift, Sources, ValueAdded, BaseError, SensedError } = row;
  const helped = ValueAdded === null ? undefined : ValueAdded > 0;
  return {
    id,
    title: leafName({ item: Item ?? "", location: Location ?? "" }),
    value: `${moved > 0 ? "+" : ""}${formatUnits(moved)}`,
    text: `${signedOr(Shift)} by ${Sources === null || Sources === "" ? "nothing new" : Sources}; past error ${percentOr(BaseError)}, sensed ${percentOr(SensedError)}`,
    mark:
      helped === undefined
        ? { text: "not judged", color: "informative" as const }
        : helped
          ? { text: "helped", color: "success" as const }
          : { text: "did not help", color: "warning" as const },
  };
}
