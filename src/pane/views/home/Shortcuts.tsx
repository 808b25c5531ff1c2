import { makeStyles, tokens } from "@fluentui/react-components";
import {
  DataTrendingRegular,
  GridRegular,
  MathFormulaRegular,
  SearchInfoRegular,
  ShareRegular,
} from "@fluentui/react-icons";
import { DoorButton } from "../../components/DoorButton";
import { usePane } from "../../pane-context";

const useStyles = makeStyles({
  shortcuts: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

export function Shortcuts() {
  const styles = useStyles();
  const { open } = usePane();
  return (
    <div className={styles.shortcuts}>
      <DoorButton
        icon={<DataTrendingRegular />}
        title="Forecast the items"
        text="Forecasts with intervals, and why, written to Forecast."
        onClick={() => open({ kind: "view", id: "forecast" })}
      />
      <DoorButton
        icon={<GridRegular />}
        title="Segment the items"
        text="ABC by value, XYZ by variation, written to Items."
        onClick={() => open({ kind: "view", id: "segments" })}
      />
      <DoorButton
        icon={<SearchInfoRegular />}
        title="Explain a cell"
        text="Select a cell with one of our formulas and see its steps."
        onClick={() => open({ kind: "explain" })}
      />
      <DoorButton
        icon={<MathFormulaRegular />}
        title="Build a formula"
        text="Find a function by its job and insert it."
        onClick={() => open({ kind: "builder" })}
      />
      <DoorButton
        icon={<ShareRegular />}
        title="Freeze for sharing"
        text="Values in place of our formulas, for people without Stockbook; can be undone."
        onClick={() => open({ kind: "sharing" })}
      />
    </div>
  );
}
