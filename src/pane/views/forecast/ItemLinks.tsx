import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ItemForecast } from "../../../analyses/forecast-items";
import { forecastRowsOf } from "../../../analyses/forecast/forecast-rows";
import { WorkbookError } from "../../../workbook/workbook";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";

const useStyles = makeStyles({
  links: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL },
});

/** Where the figures of an item stand in the sheet. */
export function ItemLinks({ item }: { readonly item: ItemForecast }) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { itemRow } = item;
  const showForecast = () =>
    attempt("Cannot show the rows of Forecast", async () => {
      const table = await workbook.readTable("Forecast");
      const rows = table === undefined ? [] : forecastRowsOf(table, item.item, item.location);
      if (rows.length === 0) {
        throw new WorkbookError(
          "not-found",
          `Forecast has no rows of ${item.item} yet. Forecast all items first.`,
        );
      }
      await workbook.selectTableRows("Forecast", rows);
    });
  return (
    <div className={styles.links}>
      {itemRow !== null && (
        <Link
          as="button"
          onClick={() =>
            void attempt("Cannot show the item", () => workbook.selectTableCell("Items", itemRow, "Item"))
          }
        >
          Show in Items
        </Link>
      )}
      <Link as="button" onClick={() => void showForecast()}>
        Show in Forecast
      </Link>
    </div>
  );
}
