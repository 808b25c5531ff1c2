import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useChartStyles } from "./chart-styles";

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

/** What each line is, with a sample of it. */
export function ChartLegend() {
  const styles = useStyles();
  const lines = useChartStyles();
  const entries = [
    { name: "Demand", line: lines.history },
    { name: "Fit", line: lines.fit },
    { name: "Forecast", line: lines.forecast },
    { name: "90% interval", line: lines.band, area: true },
  ];
  return (
    <ul className={styles.legend} aria-label="Lines of the chart">
      {entries.map(({ name, line, area }) => (
        <li key={name} className={styles.entry}>
          <svg width={18} height={10} aria-hidden>
            {area ? (
              <rect className={line} x={1} y={1} width={16} height={8} />
            ) : (
              <path className={line} d="M0 5L18 5" />
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
