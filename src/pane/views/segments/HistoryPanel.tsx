import { Combobox, Field, Link, Option, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  historySummary,
  type HistorySummary,
  type PathStep,
} from "../../../analyses/segments/history-summary";
import { Advice } from "../../components/Advice";
import { FigureTable } from "../../components/FigureTable";
import { KpiStrip } from "../../components/KpiStrip";
import { Section } from "../../components/Section";
import { formatCompact, formatPercent, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { rank } from "../../search/rank";
import { useAttempt } from "../../use-attempt";
import { MethodCard } from "./MethodCard";
import { noFigure, segmentOr } from "./names";
import type { PanelProps } from "./panel";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  link: { fontSize: "inherit", lineHeight: "inherit", textAlign: "left" },
});

/** Quarters past: how many moved, where an item has been, and the run that an auditor can perform again. */
export function HistoryPanel({ source }: PanelProps) {
  const styles = useStyles();
  const { SegmentHistory, Runs } = source.tables;
  const summary = useMemo(
    () => (SegmentHistory === undefined ? undefined : historySummary(SegmentHistory)),
    [SegmentHistory],
  );
  if (summary === undefined || summary.quarters.length === 0)
    return (
      <Advice
        title="No quarter is committed yet"
        text="Commit a review: each quarter keeps the class of every item, and nothing is thrown away."
      />
    );
  const { quarters } = summary;
  const shares = quarters.flatMap(({ share }) => (share === null ? [] : [share]));
  return (
    <div className={styles.panel}>
      <KpiStrip
        kpis={[
          {
            name: "Quarters",
            value: formatWhole(quarters.length),
            note: `from ${quarters[quarters.length - 1].quarter}`,
          },
          {
            name: "Last moved",
            value: shares.length === 0 ? noFigure : formatPercent(shares[0]),
            note: quarters[0].quarter,
          },
          {
            name: "Most moved",
            value: shares.length === 0 ? noFigure : formatPercent(Math.max(...shares)),
            note: "in a quarter",
          },
        ]}
      />
      <Quarters summary={summary} />
      <ItemPath summary={summary} />
      {Runs !== undefined && SegmentHistory !== undefined && (
        <MethodCard source={source} runs={Runs} history={SegmentHistory} />
      )}
    </div>
  );
}

function Quarters({ summary: { quarters } }: { readonly summary: HistorySummary }) {
  const styles = useStyles();
  const show = useShownRows();
  return (
    <Section title="Movement by quarter">
      <FigureTable
        caption="Items that changed segment; their rows are one click away"
        columns={["Quarter", "Items", "Moved", "Share"]}
        rows={quarters.map(({ quarter, items, moved, share, movedRows }) => ({
          key: quarter,
          cells: [
            quarter,
            formatWhole(items),
            moved === 0 ? (
              "0"
            ) : (
              <Link key="moved" as="button" inline className={styles.link} onClick={() => show(movedRows)}>
                {formatWhole(moved)}
              </Link>
            ),
            share === null ? "first" : formatPercent(share),
          ],
        }))}
      />
    </Section>
  );
}

/** A list of thousands of codes is not read; it is narrowed by typing. */
const SHOWN = 30;

function ItemPath({ summary }: { readonly summary: HistorySummary }) {
  const [query, setQuery] = useState<string>();
  const [item, setItem] = useState(summary.items[0]);
  const found = rank(query ?? "", summary.items, (code) => ({ name: code, texts: [] }));
  return (
    <Section title="Path of an item">
      <Field label="Item in the history" size="small">
        <Combobox
          size="small"
          freeform
          value={query ?? item}
          selectedOptions={[item]}
          onChange={({ target }) => setQuery(target.value)}
          onBlur={() => setQuery(undefined)}
          onOptionSelect={(_, { optionValue }) => {
            setQuery(undefined);
            if (optionValue !== undefined) setItem(optionValue);
          }}
        >
          {found.slice(0, SHOWN).map((code) => (
            <Option key={code} value={code}>
              {code}
            </Option>
          ))}
          {found.length > SHOWN && (
            <Option disabled value="" text="">
              {`${found.length - SHOWN} more: type to narrow`}
            </Option>
          )}
        </Combobox>
      </Field>
      <PathTable item={item} steps={summary.pathOf(item)} />
    </Section>
  );
}

function PathTable({ item, steps }: { readonly item: string; readonly steps: readonly PathStep[] }) {
  const styles = useStyles();
  const show = useShownRows();
  if (steps.length === 0) return <Text>{item} is not in the history.</Text>;
  return (
    <FigureTable
      caption={`Segments of ${item}`}
      columns={["Quarter", "Segment", "Value"]}
      words={[1]}
      rows={steps.map(({ quarter, old, now, value, held, row }) => ({
        key: quarter,
        marked: old !== "" && old !== now,
        cells: [
          <Link key="row" as="button" inline className={styles.link} onClick={() => show([row])}>
            {quarter}
          </Link>,
          `${old === now ? now : `${segmentOr(old)} to ${now}`}${held === "" ? "" : ` (${held})`}`,
          value === null ? noFigure : formatCompact(value),
        ],
      }))}
    />
  );
}

function useShownRows(): (rows: readonly number[]) => void {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  return (rows) =>
    void attempt("Cannot show the rows of SegmentHistory", () =>
      workbook.selectTableRows("SegmentHistory", rows),
    );
}
