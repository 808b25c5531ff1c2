import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { ReferenceLink } from "../components/ReferenceLink";
import type { ArgumentLine } from "./explain-formula";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, auto)",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  label: { gridColumn: 1 },
  value: {
    gridColumn: 2,
    margin: 0,
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-end",
    overflowWrap: "anywhere",
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

export function ArgumentList({ lines }: { readonly lines: readonly ArgumentLine[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {lines.map(({ name, argument, value, written, source }) => (
        <div key={name} className={styles.line}>
          <dt className={styles.label}>
            <Text block>{argument.label}</Text>
            <Text block size={200} className={styles.muted}>
              {name}, {argument.unit}
            </Text>
          </dt>
          <dd className={styles.value}>
            <Text block align="end" weight="semibold">
              {value}
            </Text>
            {source !== undefined ? (
              <ReferenceLink address={source}>{written}</ReferenceLink>
            ) : (
              written !== "" &&
              written !== value && (
                <Text block align="end" size={200} className={styles.muted} font="monospace">
                  {written}
                </Text>
              )
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
