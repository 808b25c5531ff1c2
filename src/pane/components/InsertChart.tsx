import { Button } from "@fluentui/react-components";
import { ChartMultipleRegular } from "@fluentui/react-icons";
import type { NewChart } from "../../workbook/workbook";
import { useNotices } from "../notices";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";

/** Draws a chart of Excel's own over the cells that the chart in the pane is made from. */
export function InsertChart({ chart }: { readonly chart: NewChart }) {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const insert = () =>
    attempt("The chart was not inserted", async () => {
      await workbook.insertChart(chart);
      show({
        intent: "success",
        title: "Chart inserted",
        text: `It stands beside the table ${chart.table} and follows its cells.`,
      });
    });
  return (
    <div>
      <Button
        size="small"
        icon={<ChartMultipleRegular />}
        disabledFocusable={running}
        onClick={() => void insert()}
      >
        Insert into the sheet
      </Button>
    </div>
  );
}
