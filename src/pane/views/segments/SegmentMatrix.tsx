import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import {
  valueClasses,
  variationClasses,
  type Classification,
  type Segment,
} from "../../../analyses/classify-items";
import { formatCompact, formatWhole } from "../../format";
import { Heading } from "../../components/Heading";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { SegmentCell } from "./SegmentCell";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  table: {
    width: `calc(100% + 2 * ${tokens.spacingHorizontalXXS})`,
    tableLayout: "fixed",
    borderSpacing: tokens.spacingHorizontalXXS,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalXXS})`,
  },
  corner: { width: tokens.spacingHorizontalXXXL },
  heading: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, textAlign: "center" },
  muted: { color: tokens.colorNeutralForeground2 },
});

export function SegmentMatrix({ classification }: { readonly classification: Classification }) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  // Another classification has other segments: none of them is chosen then.
  const [chosen, setChosen] = useState<Segment>();
  const id = useId();
  const { segments, totalValue, items } = classification;
  const used = segments.filter(({ count }) => count > 0);
  const rows = valueClasses.filter((abc) => abc !== "N" || used.some((segment) => segment.abc === abc));
  const columns = variationClasses.filter(
    (xyz) => ["X", "Y", "Z"].includes(xyz) || used.some((segment) => segment.xyz === xyz),
  );
  const choose = (segment: Segment) =>
    attempt(`Cannot select the rows of ${segment.abc}${segment.xyz}`, async () => {
      await workbook.selectTableRows("Items", segment.rows);
      setChosen(segment);
    });
  const segmentAt = (abc: string, xyz: string) =>
    segments.find((segment) => segment.abc === abc && segment.xyz === xyz) as Segment;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Heading level={2} id={id}>
        Value by variation
      </Heading>
      <Text className={styles.muted}>
        {formatWhole(items.length)} items, {formatCompact(totalValue)} a year. Choose a field to select its
        rows in Items.
      </Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {columns.map((xyz) => (
              <th key={xyz} scope="col" className={styles.heading}>
                {xyz}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((abc) => (
            <tr key={abc}>
              <th scope="row" className={styles.heading}>
                {abc}
              </th>
              {columns.map((xyz) => {
                const segment = segmentAt(abc, xyz);
                return (
                  <SegmentCell key={xyz} segment={segment} chosen={segment === chosen} onChoose={choose} />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size={200} className={styles.muted}>
        Each field: items, value a year, share of all value.
        {rows.includes("N") ? " N beside A, B, C: value not known." : ""}
        {columns.includes("N") ? " N beside X, Y, Z: less than six months of demand." : ""}
        {columns.includes("-") ? " -: no demand." : ""}
      </Text>
    </section>
  );
}
