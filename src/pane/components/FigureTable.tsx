import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { HiddenText } from "./HiddenText";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  caption: {
    textAlign: "left",
    color: tokens.colorNeutralForeground2,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    textAlign: "right",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  /** A heading keeps its word whole, and so the column wide enough for it. */
  left: { textAlign: "left" },
  first: { textAlign: "left", overflowWrap: "anywhere" },
  words: { textAlign: "left", overflowWrap: "anywhere", paddingLeft: tokens.spacingHorizontalM },
  figure: { whiteSpace: "nowrap" },
  marked: { fontWeight: tokens.fontWeightSemibold },
});

export interface FigureRow {
  readonly key: string;
  /** The first heads the row. */
  readonly cells: readonly ReactNode[];
  /** Stands out, with a word in one of its cells that says why. */
  readonly marked?: boolean;
}

interface Props {
  readonly caption: string;
  /** "" over the names of figures. */
  readonly columns: readonly string[];
  /** Places of columns that hold words, which stand left. */
  readonly words?: readonly number[];
  readonly rows: readonly FigureRow[];
}

/** A small table of figures: names left, numbers right. */
export function FigureTable({ caption, columns, words = [], rows }: Props) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, i) => (
            <th
              key={column}
              scope="col"
              className={mergeClasses(
                styles.cell,
                styles.heading,
                i === 0 && styles.left,
                words.includes(i) && styles.words,
              )}
            >
              {column === "" ? <HiddenText>Figure</HiddenText> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, marked }) => (
          <tr key={key}>
            <th scope="row" className={mergeClasses(styles.cell, styles.first, marked && styles.marked)}>
              {cells[0]}
            </th>
            {cells.slice(1).map((cell, i) => (
              <td
                key={columns[i + 1]}
                className={mergeClasses(
                  styles.cell,
                  words.includes(i + 1) ? styles.words : styles.figure,
                  marked && styles.marked,
                )}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
