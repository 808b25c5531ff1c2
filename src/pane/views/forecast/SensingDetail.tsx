import { Text } from "@fluentui/react-components";
import type { ListedSensing } from "../../../analyses/sensing/sensing-list";
import { sensedTable } from "../../../workbook/tables";
import { SeriesChart } from "../../chart/SeriesChart";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { RowsLink } from "../../components/RowsLink";
import { formatBucket, formatPercent, formatUnits, formatWhole } from "../../format";
import { leafName } from "./ItemPicker";
import { noFigure, percentOr, signedOr } from "./names";

interface Props {
  readonly sensing: ListedSensing;
  readonly onClose: () => void;
}

/** One item: forecast and sensed week by week, what moved it, how far that is believed, and what it was worth before. */
export function SensingDetail({ sensing: { row, weeks, places }, onClose }: Props) {
  const title = leafName({ item: row.Item ?? "", location: row.Location ?? "" });
  const units = (value: number | null) => (value === null ? noFigure : formatUnits(value));
  const labels = weeks.map(({ Date }) => (Date === null ? "" : formatBucket(Date, "W")));
  return (
    <DetailDrawer title={title} onClose={onClose}>
      {weeks.length > 1 && (
        <SeriesChart
          title={`${title}, forecast and sensed`}
          labels={labels}
          series={[
            { name: "Forecast", values: weeks.map(({ Base }) => Base ?? NaN), kind: "line" },
            { name: "Sensed", values: weeks.map(({ Sensed }) => Sensed ?? NaN), kind: "line" },
          ]}
          format={formatUnits}
          place="week"
          startAt={0}
        />
      )}
      <Facts
        facts={[
          ["Looked at", row.Sources === null || row.Sources === "" ? "nothing new" : row.Sources],
          ["Speaks up to", row.Until === null ? noFigure : formatBucket(row.Until, "D")],
          ["Uplift", `${signedOr(row.Uplift)} on what was expected`],
          ["Believed", row.Weight === null ? noFigure : formatPercent(row.Weight)],
          ["Shift", `${signedOr(row.Shift)}, then fading`],
          ["Past error", `${percentOr(row.BaseError)} as forecast, ${percentOr(row.SensedError)} sensed`],
          [
            "Value added",
            `${signedOr(row.ValueAdded)} over ${formatWhole(row.Judged ?? 0)} forecasts, each made of what was known before`,
          ],
        ]}
      />
      {row.Note !== null && row.Note !== "" && <Text>{row.Note}</Text>}
      <FigureTable
        caption="Units a week"
        columns={["Week of", "Forecast", "Sensed", "Ordered"]}
        rows={weeks.map(({ Date, Base, Sensed, Booked }, i) => ({
          key: String(Date),
          cells: [
            labels[i],
            units(Base),
            <RowsLink key="sensed" table={sensedTable.name} rows={[places[i]]} column="Sensed">
              {units(Sensed)}
            </RowsLink>,
            units(Booked),
          ],
        }))}
      />
    </DetailDrawer>
  );
}
