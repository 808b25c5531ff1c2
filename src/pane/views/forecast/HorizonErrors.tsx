import { Text } from "@fluentui/react-components";
import type { DemandBucket } from "../../../engine/calendar";
import type { ItemForecast } from "../../../analyses/forecast-items";
import { FigureTable } from "../../components/FigureTable";
import { Section } from "../../components/Section";
import { formatUnits } from "../../format";
import { noFigure, percentOr, signedOr, spanOf } from "./names";

interface Props {
  readonly item: ItemForecast;
  readonly bucket: DemandBucket;
}

/** How far forecasts made in the past were off, by how far ahead they looked. */
export function HorizonErrors({ item: { accuracy, lag }, bucket }: Props) {
  return (
    <Section title="Accuracy by distance">
      {accuracy.length === 0 ? (
        <Text>The history is too short to forecast a part of it from the rest.</Text>
      ) : (
        <FigureTable
          caption="Each of the last periods forecast from what was known before it. Off by: units a bucket. Bias + is too much."
          columns={["Ahead", "WAPE", "Off by", "Bias", "Tries"]}
          rows={accuracy.map(({ ahead, wape, unitsOff, bias, count }) => ({
            key: String(ahead),
            marked: ahead === lag,
            cells: [
              `${spanOf(ahead, bucket)}${ahead === lag ? ", the lead time" : ""}`,
              percentOr(wape),
              unitsOff === null ? noFigure : formatUnits(unitsOff),
              signedOr(bias),
              count,
            ],
          }))}
        />
      )}
    </Section>
  );
}
