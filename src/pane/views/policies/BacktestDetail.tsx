import { Link } from "@fluentui/react-components";
import { allWays } from "../../../analyses/backtest/replay-item";
import type { BacktestedItem } from "../../../analyses/backtest/scorecard";
import { DetailDrawer } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { formatUnits, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { moneyOr, percentOr, placeName, unitsOr } from "./names";
import { wayNames } from "./way-names";
import { Weighing } from "./Weighing";

/** One item's past, the four ways side by side, and what its proposal is judged by. */
export function BacktestDetail({
  item: one,
  onClose,
}: {
  readonly item: BacktestedItem;
  readonly onClose: () => void;
}) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { item, location, ways: found, judged, rows } = one;
  const shown = allWays.flatMap((way) => {
    const cells = found[way];
    return cells === undefined ? [] : [{ way, cells }];
  });
  const row = (name: string, of: (cells: (typeof shown)[number]["cells"]) => string) => ({
    key: name,
    cells: [name, ...shown.map(({ cells }) => of(cells))],
  });
  return (
    <DetailDrawer title={placeName(item, location)} onClose={onClose}>
      {judged !== undefined && (
        <Weighing
          judged={judged}
          against={wayNames[found.current === undefined ? "done" : "current"]}
          stock={{ name: "Stock, units", format: formatUnits }}
        />
      )}
      <FigureTable
        caption={`${formatWhole(found.proposed?.Days ?? 0)} days`}
        columns={["", ...shown.map(({ way }) => wayNames[way])]}
        rows={[
          row("Stockout days", ({ StockoutDays }) => unitsOr(StockoutDays)),
          row("Fill rate", ({ FILL }) => percentOr(FILL)),
          row("Stock, units", ({ Stock }) => unitsOr(Stock)),
          row("Orders", ({ Orders }) => unitsOr(Orders)),
          row("Carrying", ({ Carrying }) => moneyOr(Carrying)),
          row("Ordering", ({ Ordering }) => moneyOr(Ordering)),
          row("Shortage", ({ Shortage }) => moneyOr(Shortage)),
          row("Regret", ({ Regret }) => moneyOr(Regret)),
        ]}
      />
      <div>
        <Link
          as="button"
          onClick={() =>
            void attempt("Cannot show the rows", () => workbook.selectTableRows("Backtest", rows))
          }
        >
          Show in Backtest
        </Link>
      </div>
    </DetailDrawer>
  );
}
