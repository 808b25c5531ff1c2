import { Text } from "@fluentui/react-components";
import type { FlowRow, FlowStockRow } from "../../../analyses/flow/flow-rows";
import { flowPlanTable, flowStockTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { RowsLink } from "../../components/RowsLink";
import { unitsOr } from "./names";

interface Props {
  readonly item: string;
  /** Of FlowPlan and FlowStock, and their body rows counted from 0. */
  readonly shipments: readonly FlowRow[];
  readonly shipmentPlaces: readonly number[];
  readonly stock: readonly FlowStockRow[];
  readonly stockPlaces: readonly number[];
  readonly when: (serial: number | null) => string;
  readonly onClose: () => void;
}

/** Places shown; the table has them all. */
const mostPlaces = 6;

/** One item: what comes, goes, lies and waits at each of its places, and what is shipped. */
export function FlowItemDetail({
  item,
  shipments,
  shipmentPlaces,
  stock,
  stockPlaces,
  when,
  onClose,
}: Props) {
  const rows = [...stock.keys()].filter((i) => stock[i].Item === item);
  const places = [...new Set(rows.map((i) => stock[i].Location))].map((location) => ({
    location,
    rows: rows.filter((i) => stock[i].Location === location),
  }));
  const waiting = (one: (typeof places)[number]) =>
    one.rows.reduce((sum, i) => sum + (stock[i].Waiting ?? 0), 0);
  const shown = [...places].sort((a, b) => waiting(b) - waiting(a)).slice(0, mostPlaces);
  const own = [...shipments.keys()].filter((i) => shipments[i].Item === item);
  return (
    <DetailDrawer
      title={item}
      onClose={onClose}
      {...(rows.length === 0
        ? {}
        : {
            actions: (
              <CellButton table={flowStockTable.name} row={stockPlaces[rows[0]]} column="Stock" primary>
                Go to its rows
              </CellButton>
            ),
          })}
    >
      {shown.map((place) => (
        <FigureTable
          key={place.location}
          caption={`Units at ${place.location}`}
          columns={["Period", "Wanted", "In", "Out", "Left", "Late"]}
          rows={place.rows.map((i) => {
            const { Date, Demand, Receipts, Arrivals, Shipped, Stock, Waiting } = stock[i];
            return {
              key: String(Date),
              marked: (Waiting ?? 0) > 1e-4,
              cells: [
                when(Date),
                unitsOr(Demand),
                unitsOr((Receipts ?? 0) + (Arrivals ?? 0)),
                unitsOr(Shipped),
                <RowsLink key="left" table={flowStockTable.name} rows={[stockPlaces[i]]} column="Stock">
                  {unitsOr(Stock)}
                </RowsLink>,
                unitsOr(Waiting),
              ],
            };
          })}
        />
      ))}
      {places.length > shown.length && (
        <Text>{places.length - shown.length} more places stand in FlowStock.</Text>
      )}
      {own.length > 0 && (
        <FigureTable
          caption="Its shipments"
          columns={["Period", "Way", "Units"]}
          words={[1]}
          rows={own.map((i) => ({
            key: String(i),
            cells: [
              when(shipments[i].Date),
              `${shipments[i].From} → ${shipments[i].To}`,
              <RowsLink key="units" table={flowPlanTable.name} rows={[shipmentPlaces[i]]} column="Qty">
                {unitsOr(shipments[i].Qty)}
              </RowsLink>,
            ],
          }))}
        />
      )}
    </DetailDrawer>
  );
}
