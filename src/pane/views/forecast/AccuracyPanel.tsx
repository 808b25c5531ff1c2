import { Button, Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { DemandBucket } from "../../../engine/calendar";
import type { Need } from "../../../analyses/needs";
import { driftLimit } from "../../../analyses/forecast/accuracy";
import { usualOrigins } from "../../../analyses/forecast/backtest";
import type { ForecastOutcome, ItemForecast } from "../../../analyses/forecast-items";
import { driftList } from "../../../analyses/forecast/drift-list";
import { FigureTable } from "../../components/FigureTable";
import { NeedList } from "../../components/NeedList";
import { Section } from "../../components/Section";
import { formatUnits, formatWhole } from "../../format";
import { leafName } from "./ItemPicker";
import { noFigure, percentOr, signedOr, spanOf } from "./names";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  item: { fontSize: "inherit", lineHeight: "inherit", textAlign: "left" },
  more: { alignSelf: "flex-start" },
});

const PAGE = 10;

interface Props {
  readonly outcome: ForecastOutcome;
  readonly needs: readonly Need[];
  readonly onOpen: (item: ItemForecast) => void;
}

/** Where the forecast should be looked at again, the dearest error first. */
export function AccuracyPanel({ outcome, needs, onOpen }: Props) {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  const drifting = driftList(outcome);
  const { bucket } = outcome.plan.options;
  return (
    <div className={styles.panel}>
      <Section
        title={drifting.length === 1 ? "1 item drifts" : `${formatWhole(drifting.length)} items drift`}
      >
        <Text>
          Their forecasts for the last {spanOf(usualOrigins, bucket)} were on one side of demand (tracking
          signal beyond {driftLimit}), or worse than before. The largest errors come first.
        </Text>
        {drifting.length > 0 && (
          <FigureTable
            caption="Signal + is too much forecast. Off by: units a bucket"
            columns={["Item", "Signal", "Off by", "Trigger"]}
            words={[3]}
            rows={drifting.slice(0, shown).map(({ item, drift }) => ({
              key: item.id,
              cells: [
                <Link key="open" as="button" inline className={styles.item} onClick={() => onOpen(item)}>
                  {leafName(item)}
                </Link>,
                drift.trackingSignal.toLocaleString(undefined, {
                  minimumFractionDigits: 1,
                  maximumFractionDigits: 1,
                  signDisplay: "exceptZero",
                }),
                formatUnits(drift.recentError),
                triggerNames[drift.drift],
              ],
            }))}
          />
        )}
        {drifting.length > shown && (
          <Button size="small" className={styles.more} onClick={() => setShown(shown + PAGE)}>
            Show {formatWhole(Math.min(PAGE, drifting.length - shown))} more
          </Button>
        )}
      </Section>
      <NeedList needs={needs} />
      {needs.length === 0 && <LeadTimeErrors outcome={outcome} bucket={bucket} />}
    </div>
  );
}

const triggerNames = { OK: "none", BIAS: "bias", ERROR: "error", BOTH: "bias, error" } as const;

/** Errors of all items at the distance of their own lead times. */
function LeadTimeErrors({
  outcome,
  bucket,
}: {
  readonly outcome: ForecastOutcome;
  readonly bucket: DemandBucket;
}) {
  const rows = outcome.atLeadTime;
  return (
    <Section title="Accuracy at the lead time">
      {rows.length === 0 ? (
        <Text>No item has a lead time in Items[LeadTime] and history enough to test it.</Text>
      ) : (
        <FigureTable
          caption="Items by lead time; errors of forecasts made that far ahead"
          columns={["Lead time", "Items", "WAPE", "Bias"]}
          rows={rows.map(({ ahead, items, untested, wape, bias }) => ({
            key: String(ahead),
            cells: [
              spanOf(ahead, bucket),
              formatWhole(items),
              untested === items ? noFigure : percentOr(wape),
              signedOr(bias),
            ],
          }))}
        />
      )}
    </Section>
  );
}
