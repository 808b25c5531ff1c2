import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ServiceTarget } from "../../../analyses/policies/target-rows";
import type { SegmentMatrix as Matrix } from "../../../analyses/segments/segment-matrix";
import { Section } from "../../components/Section";
import { SegmentCell } from "./SegmentCell";

const useStyles = makeStyles({
  table: {
    width: `calc(100% + 2 * ${tokens.spacingHorizontalXXS})`,
    tableLayout: "fixed",
    borderSpacing: tokens.spacingHorizontalXXS,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalXXS})`,
  },
  corner: { width: tokens.spacingHorizontalXXL },
  heading: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, textAlign: "center" },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly matrix: Matrix;
  readonly targetAt: (abc: string, xyz: string) => ServiceTarget | undefined;
  readonly onOpen: (abc: string, xyz: string) => void;
}

export function SegmentMatrix({ matrix, targetAt, onOpen }: Props) {
  const styles = useStyles();
  const { abc: rows, xyz: columns } = matrix;
  return (
    <Section title="Value by variation">
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
              {columns.map((xyz) => (
                <SegmentCell
                  key={xyz}
                  segment={matrix.at(abc, xyz)}
                  target={targetAt(abc, xyz)}
                  onOpen={() => onOpen(abc, xyz)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size={200} className={styles.muted}>
        Each field: items, value a year, share of all value, target (Fill: fill rate; CSL: cycle service
        level).
        {rows.includes("N") ? " N beside A, B, C: a launch, or value not known." : ""}
        {columns.includes("N") ? " N beside X, Y, Z: less than six months of demand." : ""}
        {rows.includes("-") || columns.includes("-") ? " -: no class, or no demand." : ""}
      </Text>
    </Section>
  );
}
