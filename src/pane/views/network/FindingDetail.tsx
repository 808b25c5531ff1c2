import { Button, Text } from "@fluentui/react-components";
import type { FindingRow } from "../../../analyses/network/network-map";
import { networkFindingsTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { formatWhole } from "../../format";
import { moneyOr, noFigure } from "./names";

interface Props {
  readonly finding: FindingRow;
  readonly onClose: () => void;
  readonly onPlace: (id: string) => void;
  /** Body row of NetworkFindings, counted from 0. */
  readonly row: number;
}

/** One finding, with whom it cuts off. */
export function FindingDetail({ finding, onClose, onPlace, row }: Props) {
  const { Finding, Location, To, Item, Items, Problem, CutOff, MarginWeek } = finding;
  return (
    <DetailDrawer
      title={`${Finding ?? ""}${Location === null ? "" : `: ${Location}`}`}
      onClose={onClose}
      actions={
        <>
          {Location !== null && (
            <Button appearance="primary" onClick={() => onPlace(Location)}>
              Show on the map
            </Button>
          )}
          <CellButton table={networkFindingsTable.name} row={row} column="Finding">
            Go to its row
          </CellButton>
        </>
      }
    >
      <Text>{Problem}</Text>
      <Facts
        facts={[
          ["Place", Location ?? noFigure],
          ...(To === null ? [] : ([["To", To]] as const)),
          ["Items", Item ?? formatWhole(Items ?? 0)],
          ...(CutOff === null ? [] : ([["Cuts off", CutOff]] as const)),
          ...(MarginWeek === null ? [] : ([["Margin at risk", `${moneyOr(MarginWeek)} a week`]] as const)),
        ]}
      />
    </DetailDrawer>
  );
}
