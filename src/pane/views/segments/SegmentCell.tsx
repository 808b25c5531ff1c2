import { makeStyles, tokens } from "@fluentui/react-components";
import type { ServiceTarget } from "../../../analyses/policies/target-rows";
import type { MatrixSegment } from "../../../analyses/segments/segment-matrix";
import { HiddenText } from "../../components/HiddenText";
import { formatCompact, formatPercent, formatWhole } from "../../format";

const useStyles = makeStyles({
  cell: { padding: 0 },
  button: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    boxSizing: "border-box",
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "center",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
    ":disabled": { color: tokens.colorNeutralForeground3, cursor: "default" },
  },
  count: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  target: {
    marginTop: tokens.spacingVerticalXXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  track: {
    height: tokens.strokeWidthThickest,
    marginTop: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: "hidden",
  },
  bar: { height: "100%", backgroundColor: tokens.colorCompoundBrandBackground },
});

interface Props {
  readonly segment: MatrixSegment;
  readonly target: ServiceTarget | undefined;
  readonly onOpen: () => void;
}

const shortNames = { CSL: "CSL", FILL: "Fill" } as const;

export function SegmentCell({ segment, target, onOpen }: Props) {
  const styles = useStyles();
  const { abc, xyz, count, value, share } = segment;
  return (
    <td className={styles.cell}>
      <button type="button" className={styles.button} disabled={count === 0} onClick={onOpen}>
        <HiddenText>
          {abc}
          {xyz}:{" "}
        </HiddenText>
        <span className={styles.count}>
          {formatWhole(count)}
          <HiddenText>{count === 1 ? " item worth " : " items worth "}</HiddenText>
        </span>
        {count > 0 && (
          <>
            <span>
              {formatCompact(value)}
              <HiddenText> a year, </HiddenText>
            </span>
            <span>
              {formatPercent(share)}
              <HiddenText> of all value</HiddenText>
            </span>
            <span className={styles.track}>
              <span className={styles.bar} style={{ display: "block", width: `${share * 100}%` }} />
            </span>
            {target !== undefined && (
              <span className={styles.target}>
                <HiddenText>, target: </HiddenText>
                {shortNames[target.type]} {formatPercent(target.level)}
              </span>
            )}
          </>
        )}
      </button>
    </td>
  );
}
