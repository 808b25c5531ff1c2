import { Button } from "@fluentui/react-components";
import type { SimulatedRows } from "../../../analyses/network/simulation-list";
import { networkSimulationTable } from "../../../workbook/tables";
import { DetailDrawer } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { formatPercent } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { moneyOr, noFigure, unitsOr } from "./names";

interface Props {
  readonly played: SimulatedRows;
  /** Rows of the table, counted from 1. */
  readonly rowNumbers: readonly number[];
  readonly onClose: () => void;
}

const rate = (share: number | null, within: number | null) =>
  share === null
    ? noFigure
    : `${formatPercent(share)}${within === null ? "" : ` ± ${(100 * within).toFixed(1)}`}`;

/** One item, place by place: service with its interval, and what the stress took. */
export function StressDetail({ played, rowNumbers, onClose }: Props) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { item, rows } = played;
  const stressed = rows.some(({ NormalFillRate }) => NormalFillRate !== null);
  return (
    <DetailDrawer
      title={item}
      onClose={onClose}
      actions={
        <Button
          appearance="primary"
          onClick={() =>
            void attempt("Cannot go to NetworkSimulation", () =>
              workbook.selectTableCell(networkSimulationTable.name, rowNumbers[0] - 1, "FillRate"),
            )
          }
        >
          Go to its rows
        </Button>
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
