import { Button, Text } from "@fluentui/react-components";
import type { FlowRow } from "../../../analyses/flow/flow-rows";
import { flowPlanTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { moneyOr, unitsOr } from "./names";
import { useFixShipments } from "./use-fix-shipments";

interface Props {
  readonly title: string;
  readonly row: FlowRow;
  /** Its body row in FlowPlan, counted from 0. */
  readonly place: number;
  readonly when: (serial: number | null) => string;
  readonly onItem: () => void;
  readonly onClose: () => void;
}

/** One shipment: what it is for, and whether the next plan keeps it. */
export function ShipmentDetail({ title, row, place, when, onItem, onClose }: Props) {
  const { fix, running } = useFixShipments();
  const isFixed = row.Fixed === true;
  return (
    <DetailDrawer
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={running} onClick={() => void fix(place, !isFixed)}>
            {isFixed ? "Let the next plan change it" : "Keep in the next plan"}
          </Button>
          <CellButton table={flowPlanTable.name} row={place} column="Qty">
            Go to its row
          </CellButton>
          <Button onClick={onItem}>All of {row.Item}</Button>
        </>
      }
    >
      {row.Reason !== null && <Text>{row.Reason}</Text>}
      <Facts
        facts={[
          ["Quantity", unitsOr(row.Qty)],
          ["Leaves in", when(row.Date)],
          ["There in", row.Arrives === null ? "after the plan" : when(row.Arrives)],
          ["Worth at cost", moneyOr(row.Value)],
          ["Freight", moneyOr(row.Cost)],
          ["Carrying it on its way", moneyOr(row.TransitCost)],
          ["Can more go then", row.Limit === null ? "yes" : "no, full"],
        ]}
      />
    </DetailDrawer>
  );
}
