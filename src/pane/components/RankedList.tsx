import { Badge, Button, Checkbox, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { formatWhole } from "../format";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  button: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  title: { overflowWrap: "anywhere" },
  value: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", textAlign: "right" },
  mark: { justifySelf: "end" },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  more: { alignSelf: "flex-start", marginTop: tokens.spacingVerticalS },
});

export interface RankedRow {
  readonly id: string;
  readonly title: string;
  /** What it is ranked by, already formatted. */
  readonly value: string;
  readonly text: ReactNode;
  /** A state in a word. */
  readonly mark?: {
    readonly text: string;
    readonly color: "brand" | "success" | "warning" | "danger" | "informative";
  };
}

interface Props {
  /** What the list is of, for screen readers. */
  readonly label: string;
  /** How many there are in all; the rows are made as they are shown. */
  readonly count: number;
  readonly rowAt: (index: number) => RankedRow;
  readonly onOpen: (id: string) => void;
  /** Lets rows be ticked. */
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (id: string, on: boolean) => void;
}

const PAGE = 20;

/** Ranked rows, the most important first; a click opens one. Of thousands only those asked for are drawn. */
export function RankedList({ label, count, rowAt, onOpen, ticked, onTick }: Props) {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  const rows = Array.from({ length: Math.min(count, shown) }, (_, i) => rowAt(i));
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {rows.map(({ id, title, value, text, mark }) => (
          <li key={id} className={styles.row}>
            {onTick !== undefined && (
              <Checkbox
                aria-label={`Choose ${title}`}
                checked={ticked?.has(id) ?? false}
                onChange={(_, { checked }) => onTick(id, checked === true)}
              />
            )}
            <button type="button" className={styles.button} onClick={() => onOpen(id)}>
              <Text weight="semibold" className={styles.title}>
                {title}
              </Text>
              <Text weight="semibold" className={styles.value}>
                {value}
              </Text>
              <Text size={200} className={styles.text}>
                {text}
              </Text>
              {mark !== undefined && (
                <Badge
                  size="small"
                  appearance="tint"
                  color={mark.color}
                  className={mergeClasses(styles.value, styles.mark)}
                >
                  {mark.text}
                </Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
      {count > shown && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + PAGE)}>
          Show {formatWhole(Math.min(PAGE, count - shown))} more of {formatWhole(count)}
        </Button>
      )}
    </>
  );
}
