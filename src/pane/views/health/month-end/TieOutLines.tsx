import { Badge, Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { PlacedLine } from "../../../../analyses/valuation/closing-progress";
import { formatWhole } from "../../../format";
import { usePane } from "../../../pane-context";
import { useAttempt } from "../../../use-attempt";
import { formatFigure } from "./format-figure";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  figures: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
  words: { overflowWrap: "anywhere" },
  wide: { gridColumn: "1 / -1", overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
});

const colours = { ties: "success", explained: "warning", differs: "danger" } as const;
const MOST = 12;

/** Lines of TieOut: what is compared, both figures, the difference and what explains it; a click selects the row. */
export function TieOutLines({ lines }: { readonly lines: readonly PlacedLine[] }) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  // What differs stands first, then what a document explains.
  const order = ["differs", "explained", "ties"];
  const sorted = [...lines].sort(
    (a, b) => order.indexOf(a.line.State ?? "") - order.indexOf(b.line.State ?? ""),
  );
  return (
    <>
      <ul className={styles.list}>
        {sorted.slice(0, MOST).map(({ row, line }) => {
          const state = line.State ?? "ties";
          const place = [line.Item, line.Location, line.Document].filter(
            (part) => part !== null && part !== "",
          );
          return (
            <li key={row} className={styles.line}>
              <Link
                as="button"
                className={styles.words}
                onClick={() =>
                  void attempt("Cannot go to the line", () => workbook.selectTableCell("TieOut", row, "Line"))
                }
              >
                {line.Line}
                {place.length > 0 && `: ${place.join(", ")}`}
              </Link>
              <Badge size="small" appearance="tint" color={colours[state]}>
                {state}
              </Badge>
              {line.Ours !== null && line.Ours !== undefined && (
                <Text size={200} className={styles.figures}>
                  {formatFigure(line.Ours)}
                  {line.Theirs === null || line.Theirs === undefined
                    ? ""
                    : ` against ${formatFigure(line.Theirs)}`}
                </Text>
              )}
              {state !== "ties" &&
                line.Difference !== null &&
                line.Difference !== undefined &&
                line.Difference !== 0 && (
                  <Text size={200} weight="semibold" className={styles.figures}>
                    {formatFigure(line.Difference)}
                  </Text>
                )}
              {line.Note !== null && line.Note !== undefined && (
                <Text size={200} className={styles.wide}>
                  {line.Class === null || line.Class === undefined ? "" : `${line.Class}: `}
                  {line.Note}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
      {sorted.length > MOST && (
        <Text size={200}>{formatWhole(sorted.length - MOST)} more lines stand in TieOut.</Text>
      )}
    </>
  );
}
