import { Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { allocateStock } from "../../../analyses/allocate-stock";
import { allocationRulesTable, allocationsTable, lettersTable, type Row } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DeciderField } from "../../components/DeciderField";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { Disclosure } from "../../components/Disclosure";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { Section } from "../../components/Section";
import { formatBucket, formatPercent, formatUnits, formatWhole } from "../../format";
import { noFigure, placeName, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";
import { useDecider } from "../../use-decider";
import { useRows } from "../../use-rows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  letter: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

type AllocationRow = Row<typeof allocationsTable.columns>;
const optionNames = ["method", "multiple", "reason"];

/** What is short and who gets it, by which rule, and what to write to those who wait. */
export function AllocatePanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const allocations = useRows(allocationsTable, isWriting);
  const letters = useRows(lettersTable, isWriting);
  const [by, setBy] = useDecider();
  const log = useRows(allocationRulesTable, isWriting);
  const [open, setOpen] = useState<{ readonly kind: "line" | "letter"; readonly at: number }>();
  const lines = useMemo(
    () =>
      (allocations.rows ?? [])
        .map((row, i) => ({ row, place: allocations.places[i] }))
        .sort((a, b) => (b.row.Short ?? 0) - (a.row.Short ?? 0)),
    [allocations.rows, allocations.places],
  );
  if (allocations.state === "loading") return <Spinner size="small" label="Reading Allocations" />;
  const wanted = lines.reduce((sum, { row: { Wanted } }) => sum + (Wanted ?? 0), 0);
  const given = lines.reduce((sum, { row: { Allocated } }) => sum + (Allocated ?? 0), 0);
  const done = lines.length > 0;
  const texts = letters.rows ?? [];
  const changes = log.rows ?? [];
  const nameOf = new Map(texts.map(({ Customer, Name }) => [Customer ?? "", Name ?? undefined]));
  return (
    <WithDetail detail={detailOf()} className={styles.panel}>
      {done && (
        <KpiStrip
          kpis={[
            { name: "Lines", value: formatWhole(lines.length), note: "of short items" },
            {
              name: "Shipped",
              value: wanted === 0 ? noFigure : formatPercent(given / wanted),
              note: "of what is wanted",
            },
            { name: "Letters", value: formatWhole(texts.length), note: "to customers" },
          ]}
        />
      )}
      <DeciderField name={by} onChange={setBy} hint="Goes into the log when the rule changes." />
      <AnalysisRun
        panel={{ ...panel, options: { ...panel.options, by } }}
        analysis={allocateStock}
        label={done ? "Allocate again" : "Allocate what is short"}
        primary={!done}
        note="Writes Allocations, Letters and, when the rule changes, AllocationRules."
        done="Stock allocated"
        failed="Nothing was allocated"
        names={optionNames}
        settings={null}
      />
      {done && (
        <Section title="Order lines">
          <RankedList
            label="Order lines"
            count={lines.length}
            rowAt={(i) => lineRow(lines[i].row, i, nameOf.get(lines[i].row.Customer ?? ""))}
            onOpen={(id) => setOpen({ kind: "line", at: Number(id) })}
          />
        </Section>
      )}
      {texts.length > 0 && (
        <Section title="Letters">
          <RankedList
            label="Letters"
            count={texts.length}
            rowAt={(i) => {
              const { Customer, Name, Lines } = texts[i];
              return {
                id: String(i),
                title: placeName(Customer ?? "", Name),
                value: `${formatWhole(Lines ?? 0)} ${Lines === 1 ? "line" : "lines"}`,
                text: waitsFor(lines.map(({ row }) => row).filter((row) => row.Customer === Customer)),
              };
            }}
            onOpen={(id) => setOpen({ kind: "letter", at: Number(id) })}
          />
        </Section>
      )}
      {changes.length > 0 && (
        <Disclosure title="Changes of the rule">
          <FigureTable
            caption="Oldest first"
            columns={["Rule", "Before", "By", "Why"]}
            words={[1, 2, 3]}
            rows={changes.map(({ RunId, Method, Multiple, Before, By, Reason }) => ({
              key: RunId ?? "",
              cells: [
                `${Method}${Multiple === null ? "" : `, multiples of ${formatUnits(Multiple)}`}`,
                Before ?? noFigure,
                By ?? noFigure,
                Reason ?? noFigure,
              ],
            }))}
          />
        </Disclosure>
      )}
      <IssueList
        issues={outcomes[allocateStock.id]?.issues ?? allocations.issues}
        note="What could not be used, and promises that the stock does not cover."
      />
    </WithDetail>
  );

  function detailOf() {
    if (open === undefined) return undefined;
    const close = () => setOpen(undefined);
    if (open.kind === "letter") {
      const letter = texts[open.at];
      if (letter === undefined) return undefined;
      return (
        <DetailDrawer
          title={`Letter to ${letter.Name ?? letter.Customer}`}
          onClose={close}
          actions={
            <CellButton table={lettersTable.name} row={letters.places[open.at]} column="Text" primary>
              Go to its cell
            </CellButton>
          }
        >
          <Text className={styles.letter}>{letter.Text}</Text>
        </DetailDrawer>
      );
    }
    const line = lines[open.at];
    if (line === undefined) return undefined;
    const { row, place } = line;
    return (
      <DetailDrawer
        title={`${row.SO} ${row.Line}: ${row.Item}`}
        onClose={close}
        actions={
          <CellButton table={allocationsTable.name} row={place} column="Allocated" primary>
            Go to its row
          </CellButton>
        }
      >
        <Text>{row.Reason}</Text>
        <Facts
          facts={[
            ["Customer", row.Customer ?? noFigure],
            ["Priority", unitsOr(row.Priority)],
            ["Asked for", row.Requested === null ? noFigure : formatBucket(row.Requested, "D")],
            ["Wanted", unitsOr(row.Wanted)],
            ["Shipped now", unitsOr(row.Allocated)],
            ["Waits", unitsOr(row.Short)],
            ["Stock for all its orders", unitsOr(row.Supply)],
            ["Rule", row.Rule ?? noFigure],
          ]}
        />
      </DetailDrawer>
    );
  }
}

/** What a customer waits for, the most first. */
function waitsFor(rows: readonly AllocationRow[]): string {
  const short = rows.filter(({ Short }) => (Short ?? 0) > 0);
  const first = short.slice(0, 2).map(({ Item, Short }) => `${formatUnits(Short ?? 0)} of ${Item}`);
  const more = short.length - first.length;
  return `waits for ${first.join(", ")}${more > 0 ? ` and ${formatWhole(more)} more` : ""}`;
}

function lineRow(
  { SO, Line, Item, Location, Customer, Wanted, Allocated, FillRatio, Reason }: AllocationRow,
  at: number,
  name: string | undefined,
) {
  const mark =
    FillRatio === 1
      ? ({ text: "in full", color: "success" } as const)
      : FillRatio === 0
        ? ({ text: "nothing", color: "danger" } as const)
        : ({ text: "in part", color: "warning" } as const);
  return {
    id: String(at),
    title: placeName(Item ?? "", Location),
    value: `${formatUnits(Allocated ?? 0)} of ${formatUnits(Wanted ?? 0)}`,
    text: `${name ?? Customer ?? ""} ${SO}/${Line}. ${Reason}`.trim(),
    mark,
  };
}
