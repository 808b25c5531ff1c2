import { Field, Select, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ItemBoundary } from "../../../analyses/network/push-pull-list";
import { pushPullTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { formatCompact, formatUnits } from "../../format";
import { moneyOr, moveWords, noFigure } from "./names";
import { useAgreeBoundary } from "./use-agree-boundary";

const nowhere = "there is none";

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly boundary: ItemBoundary;
  /** Body rows of PushPull, counted from 0. */
  readonly rowPlaces: readonly number[];
  readonly onClose: () => void;
}

/** Where one item's stock decouples forecast from orders, echelon by echelon, and what moving it costs. */
export function PushPullDetail({ boundary, rowPlaces, onClose }: Props) {
  const styles = useStyles();
  const { agree, running } = useAgreeBoundary();
  const { item, rows, advised, agreed } = boundary;
  const at = rows.indexOf(advised);
  return (
    <DetailDrawer
      title={item}
      onClose={onClose}
      actions={
        <CellButton table={pushPullTable.name} row={rowPlaces[at]} column="Advised" primary>
          Go to its rows
        </CellButton>
      }
    >
      <Text>{advised.Reason}</Text>
      <Facts
        facts={[
          ["Stock at", advised.Echelon],
          ["Cost there", `${moneyOr(advised.Cost)} a year`],
          ["One echelon to customers", at + 1 < rows.length ? moveWords(advised.ToCustomer) : nowhere],
          ["One echelon to suppliers", at > 0 ? moveWords(advised.ToSupplier) : nowhere],
        ]}
      />
      <Field label="Agreed boundary" size="small">
        <Select
          size="small"
          disabled={running}
          value={agreed?.Echelon ?? ""}
          onChange={(_, { value }) =>
            void agree(rowPlaces, rowPlaces[rows.findIndex(({ Echelon }) => Echelon === value)])
          }
        >
          <option value="">not agreed yet</option>
          {rows
            .filter((row) => row.Cost !== null || row === agreed)
            .map(({ Echelon, More }) => (
              <option key={Echelon} value={Echelon ?? ""}>
                {`${Echelon}${More === null ? "" : More > 0 ? `, ${formatCompact(More)} a year more` : ", as advised"}`}
              </option>
            ))}
        </Select>
      </Field>
      <FigureTable
        caption="With the boundary there, money a year"
        columns={["Echelon", "Stock", "Transport", "Both", "More"]}
        rows={rows.map((row) => ({
          key: row.Echelon ?? "",
          cells: [
            row.Echelon,
            moneyOr(row.StockCost),
            moneyOr(row.TransportCost),
            moneyOr(row.Cost),
            row === advised ? "advised" : moneyOr(row.More),
          ],
          marked: row === advised,
        }))}
      />
      <FigureTable
        caption="Push, stock or pull, by each measure"
        columns={["Echelon", "Advised", "Stock", "Demand", "Transport"]}
        rows={rows.map(({ Echelon, Advised, Optimiser, ByDemand, ByTransport }) => ({
          key: Echelon ?? "",
          cells: [Echelon, ...[Advised, Optimiser, ByDemand, ByTransport].map(roleWord)],
        }))}
      />
      <FigureTable
        caption="What speaks for it: days to customers, spread of demand, worth of a unit, lanes to here a year"
        columns={["Echelon", "Days", "CV", "Unit", "To order", "In lots"]}
        rows={rows.map(({ Echelon, Days, CV, UnitValue, ShipToOrder, ShipInLots }) => ({
          key: Echelon ?? "",
          cells: [
            Echelon,
            Days === null ? noFigure : formatUnits(Days),
            CV === null ? noFigure : formatUnits(CV),
            moneyOr(UnitValue),
            moneyOr(ShipToOrder),
            moneyOr(ShipInLots),
          ],
        }))}
      />
      {rows
        .filter((row) => row !== advised)
        .map(({ Echelon, Reason }) => (
          <Text key={Echelon}>
            <strong>{Echelon}:</strong> {Reason}
          </Text>
        ))}
      <Text size={200} className={styles.muted}>
        Pushed by forecast as far as the stock, pulled by orders beyond it. {noFigure} means that customers
        would wait too long, or that nothing is known.
      </Text>
    </DetailDrawer>
  );
}

/** As planners say it: the buffer is where the stock is. */
function roleWord(role: "PUSH" | "BUFFER" | "PULL" | null): string {
  return role === null ? noFigure : role === "BUFFER" ? "stock" : role.toLowerCase();
}
