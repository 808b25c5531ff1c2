import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { PlacedItemRows } from "../../../analyses/network/placement-list";
import { placementTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { formatPercent, formatWhole } from "../../format";
import { noFigure, unitsOr } from "./names";
import { ThreeCosts } from "./ThreeCosts";

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
      <ThreeCosts name="This item" corporate={corporate} local={local} agreed={agreed} />
      <Text size={200} className={styles.muted}>
        {method === "STOPPED" ? `Best plan found, gap ${formatPercent(gap)}.` : "Proven: no plan costs less."}
      </Text>
      <FigureTable
        caption="Safety stock, units"
        columns={["Place", "Corporate", "Local", "Agreed", "In force"]}
        rows={rows.map(({ Location, SS, CorporateSS, LocalSS, InForce }) => ({
          key: Location ?? "",
          cells: [Location, unitsOr(CorporateSS), unitsOr(LocalSS), unitsOr(SS), unitsOr(InForce)],
        }))}
      />
      <FigureTable
        caption="Days as agreed: supplied in, own lead time, promised"
        columns={["Place", "In", "Own", "Promised", "Covers"]}
        rows={rows.map(({ Location, Inbound, LeadTime, Service, NetTime }) => ({
          key: Location ?? "",
          cells: [Location, unitsOr(Inbound), unitsOr(LeadTime), unitsOr(Service), unitsOr(NetTime)],
        }))}
      />
      {rows.some(({ BoundCost }) => BoundCost !== null) && (
        <FigureTable
          caption="Sites' own rules, days, and money a year"
          columns={["Place", "Longest", "Fixed", "Cost of this local bound"]}
          rows={rows
            .filter(({ BoundCost }) => BoundCost !== null)
            .map(({ Location, MaxService, FixedService, BoundCost }) => ({
              key: Location ?? "",
              cells: [Location, unitsOr(MaxService), unitsOr(FixedService), formatWhole(BoundCost ?? 0)],
            }))}
        />
      )}
      <Text size={200} className={styles.muted}>
        Stock covers demand over in + own - promised days. {noFigure} means that nothing is set.
      </Text>
    </DetailDrawer>
  );
}
