import { Button, Link } from "@fluentui/react-components";
import { criteria, type WeighedCriterion } from "../../../analyses/criteria/criteria";
import type { RankedRow } from "../../../analyses/rank-items";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { formatPercent, formatUnits, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";

interface Props {
  readonly row: RankedRow;
  readonly criteria: readonly WeighedCriterion[];
  readonly onClose: () => void;
}

/** One ranked item opened: each criterion with its value and its say. */
export function CriteriaDrawer({ row, criteria: weighed, onClose }: Props) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  return (
    <DetailDrawer
      title={row.item}
      onClose={onClose}
      actions={<Button onClick={onClose}>Back to the ranking</Button>}
    >
      <Facts
        facts={[
          ["Rank", formatWhole(row.rank)],
          ["Score", row.score.toFixed(3)],
          ["Class", row.class],
        ]}
      />
      <FigureTable
        caption="What the score is made of"
        columns={["Criterion", "Value", "Weight"]}
        rows={weighed.map(({ name, weight, sense }, i) => ({
          key: name,
          cells: [
            `${criteria[name].title}${sense < 0 ? ", less matters more" : ""}`,
            formatUnits(row.values[i]),
            formatPercent(weight),
          ],
        }))}
      />
      <Link
        as="button"
        onClick={() =>
          void attempt("Cannot show the item", () => workbook.selectTableCell("Items", row.row, "Item"))
        }
      >
        Show in Items
      </Link>
    </DetailDrawer>
  );
}
