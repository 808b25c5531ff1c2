import type { FrontierPoint } from "../../../analyses/service/frontier-points";
import { FigureTable } from "../../components/FigureTable";
import { Section } from "../../components/Section";
import { formatCompact, formatPercent } from "../../format";
import { noFigure } from "./names";

interface Props {
  readonly points: readonly FrontierPoint[];
  /** Fill rate of the point agreed. */
  readonly chosen: number;
  readonly hasMargin: boolean;
}

/** Points at round fill rates: what each takes, what the next point costs and earns, and what one target for all would take. */
export function FrontierTable({ points, chosen, hasMargin }: Props) {
  const nearest = points.reduce<FrontierPoint | undefined>(
    (best, point) =>
      best === undefined || Math.abs(point.fillRate - chosen) < Math.abs(best.fillRate - chosen)
        ? point
        : best,
    undefined,
  );
  return (
    <Section title="Points of the frontier">
      <FigureTable
        caption="Money in safety stock; what one more point of fill rate takes and earns a year; one target for all items"
        columns={["Fill rate", "Stock", "A point", "Earns", "Flat"]}
        rows={points.map((point) => ({
          key: String(point.fillRate),
          marked: point === nearest,
          cells: [
            `${formatPercent(point.fillRate)}${point === nearest ? ", nearest" : ""}`,
            formatCompact(point.value),
            formatCompact(point.costOfAPoint),
            hasMargin && point.marginOfAPoint !== null ? formatCompact(point.marginOfAPoint) : noFigure,
            formatCompact(point.flatValue),
          ],
        }))}
      />
    </Section>
  );
}
