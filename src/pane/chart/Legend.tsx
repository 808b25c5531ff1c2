import { Text, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  entry: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  text: { color: tokens.colorNeutralForeground2 },
});

const HEIGHT = 10;

interface Props {
  readonly label: string;
  readonly entries: readonly {
    readonly name: string;
    /** Style of its line or area in the chart. */
    readonly line: string;
    /** Space above and below an area's sample; a line has none. */
    readonly areaInset?: number;
  }[];
}

/** What each line or area is, with a sample of it. */
export function Legend({ label, entries }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.legend} aria-label={label}>
      {entries.map(({ name, line, areaInset }) => (
        <li key={name} className={styles.entry}>
          <svg width={18} height={HEIGHT} aria-hidden>
            {areaInset === undefined ? (
              <path className={line} d="M0 5L18 5" />
            ) : (
              <rect className={line} x={1} y={areaInset} width={16} height={HEIGHT - 2 * areaInset} />
            )}
          </svg>
          <Text size={200} className={styles.text}>
            {name}
          </Text>
        </li>
      ))}
    </ul>
  );
}
