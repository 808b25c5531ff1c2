import { Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { BookOpenRegular, MathFormulaRegular, TableAddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { tables } from "../../../workbook/tables";
import { DoorButton } from "../../components/DoorButton";
import { usePane } from "../../pane-context";
import { MissingTables } from "./MissingTables";

const useStyles = makeStyles({
  doors: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  inside: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
  },
});

const SAMPLE = "assets/samples/spare-parts.xlsx";

/** A workbook without our tables: three ways to begin. */
export function FirstRun() {
  const styles = useStyles();
  const { open } = usePane();
  const [door, setDoor] = useState<"sample" | "data">();
  const toggle = (next: "sample" | "data") => setDoor(door === next ? undefined : next);
  return (
    <div className={styles.doors}>
      <Text>Inventory planning in this workbook. Where do you want to begin?</Text>
      <DoorButton
        icon={<BookOpenRegular />}
        title="Sample workbook"
        text="1,000 spare parts with 24 months of demand, planned by six formulas."
        expanded={door === "sample"}
        onClick={() => toggle("sample")}
      />
      {door === "sample" && (
        <div className={styles.inside}>
          <Text>
            Download the workbook and open it in Excel. Its sheet Plan forecasts all parts, sets safety stocks
            and classes; change a yellow cell and watch. Then come back here for Segments.
          </Text>
          <Link href={SAMPLE} download>
            Download spare-parts.xlsx
          </Link>
        </div>
      )}
      <DoorButton
        icon={<TableAddRegular />}
        title="My own data"
        text="Create the tables you need and paste your extract below their headers."
        expanded={door === "data"}
        onClick={() => toggle("data")}
      />
      {door === "data" && (
        <div className={styles.inside}>
          <MissingTables schemas={tables} />
        </div>
      )}
      <DoorButton
        icon={<MathFormulaRegular />}
        title="Just the functions"
        text="Find a function by its job, fill it in and insert it into a cell."
        onClick={() => open({ kind: "builder" })}
      />
    </div>
  );
}
