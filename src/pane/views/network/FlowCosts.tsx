import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { FlowTotals } from "../../../analyses/flow/flow-list";
import { flowPlanTable, flowStockTable } from "../../../workbook/tables";
import { FigureTable } from "../../components/FigureTable";
import { RowsLink } from "../../components/RowsLink";
import { formatCompact, formatPercent } from "../../format";

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

/** What the plan costs, part by part; each leads to the column it is the sum of. */
export function FlowCosts({ totals }: { readonly totals: FlowTotals }) {
  const styles = useStyles();
  const { freight, transit, holding, waiting, missing, total, gap } = totals;
  const part = (name: string, money: number, table: string, column: string) => ({
    key: name,
    cells: [
      name,
      <RowsLink key="money" table={table} rows={[0]} column={column}>
        {formatCompact(money)}
      </RowsLink>,
      total > 0 ? formatPercent(money / total) : "",
    ],
  });
  return (
    <>
      <FigureTable
        caption="What the plan costs"
        columns={["", "Money", "Part"]}
        rows={[
          part("Freight", freight, flowPlanTable.name, "Cost"),
          part("Goods under way", transit, flowPlanTable.name, "TransitCost"),
          part("Stock", holding, flowStockTable.name, "HoldingCost"),
          part("Customers who wait", waiting, flowStockTable.name, "WaitingCost"),
          part("Below safety stock", missing, flowStockTable.name, "MissingCost"),
          { key: "all", marked: true, cells: ["All", formatCompact(total), ""] },
        ]}
      />
      <Text size={200} className={styles.muted}>
        {gap <= 1e-6
          ? "No plan costs less. What is missing at the end counts as if it lasted a year."
          : `No plan costs less by more than ${formatPercent(gap)}. What is missing at the end counts as if it lasted a year.`}
      </Text>
    </>
  );
}
