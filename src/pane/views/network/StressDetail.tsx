import type { SimulatedRows } from "../../../analyses/network/simulation-list";
import { networkSimulationTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { formatPercent } from "../../format";
import { moneyOr, noFigure, unitsOr } from "./names";

interface Props {
  readonly played: SimulatedRows;
  /** Body rows of NetworkSimulation, counted from 0. */
  readonly rowPlaces: readonly number[];
  readonly onClose: () => void;
}

const rate = (share: number | null, within: number | null) =>
  share === null
    ? noFigure
    : `${formatPercent(share)}${within === null ? "" : ` ± ${(100 * within).toFixed(1)}`}`;

/** One item, place by place: service with its interval, and what the stress took. */
export function StressDetail({ played, rowPlaces, onClose }: Props) {
  const { item, rows } = played;
  const stressed = rows.some(({ NormalFillRate }) => NormalFillRate !== null);
  return (
    <DetailDrawer
      title={item}
      onClose={onClose}
      actions={
        <CellButton table={networkSimulationTable.name} row={rowPlaces[0]} column="FillRate" primary>
          Go to its rows
        </CellButton>
      }
    >
      <FigureTable
        caption="Delivered within the service time; half of a 95 % interval after ±"
        columns={["Place", "Fill rate", ...(stressed ? ["Change"] : []), "Ready"]}
        rows={rows.map(
          ({ Location, FillRate, FillRateWithin, FillRateChange, FillRateChangeWithin, ReadyRate }) => ({
            key: Location ?? "",
            cells: [
              Location ?? "",
              rate(FillRate, FillRateWithin),
              ...(stressed ? [rate(FillRateChange, FillRateChangeWithin)] : []),
              rate(ReadyRate, null),
            ],
          }),
        )}
      />
      <FigureTable
        caption="Stock, and what comes late because of the stress"
        columns={["Place", "On hand", "Cost, a year", ...(stressed ? ["Late", "Margin"] : [])]}
        rows={rows.map(({ Location, OnHand, Cost, Late, LateMargin }) => ({
          key: Location ?? "",
          cells: [
            Location ?? "",
            unitsOr(OnHand),
            moneyOr(Cost),
            ...(stressed ? [unitsOr(Late), moneyOr(LateMargin)] : []),
          ],
        }))}
      />
    </DetailDrawer>
  );
}
