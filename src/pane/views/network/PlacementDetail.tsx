import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { PlacedItemRows } from "../../../analyses/network/placement-list";
import { placementTable } from "../../../workbook/tables";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { formatCompact, formatPercent } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { noFigure, unitsOr } from "./names";

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly plan: PlacedItemRows;
  /** Body rows in Placement, counted from 1. */
  readonly rowNumbers: readonly number[];
  readonly onClose: () => void;
}

/** One item's plan, place by place, three ways side by side. */
export function PlacementDetail({ plan, rowNumbers, onClose }: Props) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { item, rows, agreed, corporate, local, gap, method } = plan;
  const go = () =>
    void attempt("Cannot go to Placement", () =>
      workbook.selectTableCell(placementTable.name, rowNumbers[0] - 1, "MaxService"),
    );
  return (
    <DetailDrawer
      title={item}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={go}>
          Edit rules in Placement
        </Button>
      }
    >
      <Facts
        facts={[
          ["Agreed", `${formatCompact(agreed)} a year`],
          ["Corporate", `${formatCompact(corporate)} a year`],
          ["Every site for itself", `${formatCompact(local)} a year`],
          [
            "Proof",
            method === "STOPPED" ? `best found, gap ${formatPercent(gap)}` : "proven: no plan costs less",
          ],
        ]}
      />
      <FigureTable
        caption="Times, days: supplied in, own lead time, promised"
        columns={["Place", "In", "Own", "Promised", "Covers"]}
        rows={rows.map(({ Location, Inbound, LeadTime, Service, NetTime }) => ({
          key: Location ?? "",
          cells: [Location, unitsOr(Inbound), unitsOr(LeadTime), unitsOr(Service), unitsOr(NetTime)],
        }))}
      />
      <FigureTable
        caption="Safety stock, units"
        columns={["Place", "Agreed", "Corporate", "Local", "In force"]}
        rows={rows.map(({ Location, SS, CorporateSS, LocalSS, InForce }) => ({
          key: Location ?? "",
          cells: [Location, unitsOr(SS), unitsOr(CorporateSS), unitsOr(LocalSS), unitsOr(InForce)],
        }))}
      />
      {rows.some(({ BoundCost }) => BoundCost !== null) && (
        <FigureTable
          caption="Sites' own rules"
          columns={["Place", "Longest", "Fixed", "Cost of this local bound"]}
          rows={rows
            .filter(({ BoundCost }) => BoundCost !== null)
            .map(({ Location, MaxService, FixedService, BoundCost }) => ({
              key: Location ?? "",
              cells: [Location, unitsOr(MaxService), unitsOr(FixedService), formatCompact(BoundCost ?? 0)],
            }))}
        />
      )}
      <Text size={200} className={styles.muted}>
        Stock covers demand over in + own - promised days. {noFigure} means that nothing is set.
      </Text>
    </DetailDrawer>
  );
}
