import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { CapacityRows } from "../../../analyses/flow/flow-list";
import type { FlowCapacityRow } from "../../../analyses/flow/flow-rows";
import { flowCapacityTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { RowsLink } from "../../components/RowsLink";
import { formatPercent, formatUnits } from "../../format";
import { noFigure, unitsOr } from "./names";

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly capacity: CapacityRows;
  /** Of FlowCapacity, and their body rows counted from 0. */
  readonly rows: readonly FlowCapacityRow[];
  readonly places: readonly number[];
  readonly when: (serial: number | null) => string;
  readonly onClose: () => void;
}

const captions = {
  lane: "Units that leave on the lane",
  output: "Units that leave the place, all items",
  storage: "Units held at the end, all items",
} as const;

/** One lane or place, period by period: how full it is, and what a unit more would save. */
export function CapacityDetail({ capacity, rows, places, when, onClose }: Props) {
  const styles = useStyles();
  const { kind, name, item, isParted } = capacity;
  return (
    <DetailDrawer
      title={`${name}${item === null ? "" : `, ${item}`}`}
      onClose={onClose}
      actions={
        <CellButton table={flowCapacityTable.name} row={places[capacity.rows[0]]} column="Used" primary>
          Go to its rows
        </CellButton>
      }
    >
      <FigureTable
        caption={captions[kind ?? "lane"]}
        columns={["Period", "Most", "Used", "Part", "Unit more"]}
        rows={capacity.rows.map((i) => {
          const { Date, Capacity, Used, UsedShare, Worth } = rows[i];
          const isFull = capacity.full.includes(i);
          return {
            key: String(Date),
            marked: isFull,
            cells: [
              when(Date),
              unitsOr(Capacity),
              <RowsLink key="used" table={flowCapacityTable.name} rows={[places[i]]} column="Used">
                {unitsOr(Used)}
              </RowsLink>,
              `${UsedShare === null ? noFigure : formatPercent(UsedShare)}${isFull ? " full" : ""}`,
              Worth === null ? noFigure : formatUnits(Worth),
            ],
          };
        })}
      />
      <Text size={200} className={styles.muted}>
        {kind === "storage"
          ? "More than it holds lies there only where what is there and on order leaves no choice."
          : `Unit more: money that one more unit in that period saves at most. ${noFigure} where everything goes in lots.`}
        {isParted ? " Too many items share it to be planned together: each has a part by its need." : ""}
      </Text>
    </DetailDrawer>
  );
}
