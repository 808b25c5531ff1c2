import { Text, makeStyles, tokens } from "@fluentui/react-components";

export interface Kpi {
  readonly name: string;
  readonly value: string;
  /** What the figure is of, in a few words. */
  readonly note?: string;
}

const useStyles = makeStyles({
  strip: {
    display: "grid",
    gridTemplateColumns: `repeat(auto-fit, minmax(${tokens.spacingHorizontalXXXL}, 1fr))`,
    gap: tokens.spacingHorizontalXS,
    margin: 0,
  },
  kpi: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  value: { margin: 0, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The few figures that matter most in a view, side by side. */
export function KpiStrip({ kpis }: { readonly kpis: readonly Kpi[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.strip}>
      {kpis.map(({ name, value, note }) => (
        <div key={name} className={styles.kpi}>
          <dt>
            <Text size={200} className={styles.muted}>
              {name}
            </Text>
          </dt>
          <dd className={styles.value}>
            <Text size={400} weight="semibold">
              {value}
            </Text>
            {note !== undefined && (
              <Text block size={200} className={styles.muted}>
                {note}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
