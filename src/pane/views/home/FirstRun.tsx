import { Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { BookOpenRegular, MathFormulaRegular, TableAddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { tables } from "../../../workbook/tables";
import { DoorButton } from "../../components/DoorButton";
import { usePane } from "../../pane-context";
import { MissingTables } from "./MissingTables";

const useStyles = makeStyles({
  sample: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  doors: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  inside: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
  },
});

const samples = [
  {
    file: "spare-parts.xlsx",
    text: "1,000 real spare parts with 24 months of demand. Its sheet Plan forecasts them all, sets safety stocks and classes; change a yellow cell and watch.",
  },
  {
    file: "company.xlsx",
    text: "A made-up company's month: 64 items, 3 warehouses, 24 service points, fifteen months of movements. Its sheet Start shows seven planted problems, each with the number that misleads and the number that holds.",
  },
] as const;

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
        title="Sample workbooks"
        text="1,000 spare parts planned by six formulas, or a whole company with seven problems to find."
        expanded={door === "sample"}
        onClick={() => toggle("sample")}
      />
      {door === "sample" && (
        <div className={styles.inside}>
          <Text>Download a workbook, open it in Excel, then come back here for the views.</Text>
          {samples.map(({ file, text }) => (
            <div key={file} className={styles.sample}>
              <Link href={`assets/samples/${file}`} download>
                Download {file}
              </Link>
              <Text>{text}</Text>
            </div>
          ))}
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
