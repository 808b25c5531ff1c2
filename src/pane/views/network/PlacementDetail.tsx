import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { PlacedItemRows } from "../../../analyses/network/placement-list";
import { placementTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { formatCompact, formatPercent } from "../../format";
import { noFigure, unitsOr } from "./names";

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly plan: PlacedItemRows;
  /** Body rows of Placement, counted from 0. */
  readonly rowPlaces: readonly number[];
  readonly onClose: () => void;
}

/** One item's plan, place by place, three ways side by side. */
export function PlacementDetail({ plan, rowPlaces, onClose }: Props) {
  const styles = useStyles();
  const { item, rows, agreed, corporate, local, gap, method } = plan;
  return (
    <DetailDrawer
      title={item}
      onClose={onClose}
      actions={
        <CellButton table={placementTable.name} row={rowPlaces[0]} column="MaxService" primary>
          Edit rules in Placement
        </CellButton>
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
