import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ListedPolicy } from "../../../analyses/policies/policy-list";
import { Section } from "../../components/Section";
import { useBounds } from "./use-bounds";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    alignItems: "start",
    gap: tokens.spacingHorizontalS,
  },
  input: { minWidth: 0, width: "100%" },
  save: { alignSelf: "flex-start" },
});

const text = (value: number | string | null) => (value === null ? "" : String(value));

/** What the site accepts for one item, and who says so. */
export function BoundsForm({ policy: { id, cells } }: { readonly policy: ListedPolicy }) {
  const styles = useStyles();
  const { saveBounds, running } = useBounds();
  const [low, setLow] = useState(text(cells.LocalMin));
  const [high, setHigh] = useState(text(cells.LocalMax));
  const [owner, setOwner] = useState(text(cells.Owner));
  const [min, max] = [numberIn(low), numberIn(high)];
  const problem = boundsProblem(min, max);
  const changed =
    low !== text(cells.LocalMin) || high !== text(cells.LocalMax) || owner !== text(cells.Owner);
  return (
    <Section title="Bounds of the site, safety stock">
      <div className={styles.grid}>
        <Field label="At least, units" size="small" validationMessage={problem}>
          <Input
            className={styles.input}
            size="small"
            value={low}
            onChange={(_, { value }) => setLow(value)}
          />
        </Field>
        <Field label="At most, units" size="small">
          <Input
            className={styles.input}
            size="small"
            value={high}
            onChange={(_, { value }) => setHigh(value)}
          />
        </Field>
      </div>
      <Field label="Owner" size="small">
        <Input
          className={styles.input}
          size="small"
          value={owner}
          onChange={(_, { value }) => setOwner(value)}
        />
      </Field>
      <Button
        className={styles.save}
        size="small"
        disabledFocusable={!changed || running || problem !== undefined}
        onClick={() =>
          void saveBounds(id, {
            LocalMin: min ?? null,
            LocalMax: max ?? null,
            Owner: owner.trim() === "" ? null : owner.trim(),
          })
        }
      >
        Save bounds
      </Button>
    </Section>
  );
}

/** Undefined for a blank, NaN for what is no number. */
function numberIn(typed: string): number | undefined {
  return typed.trim() === "" ? undefined : Number(typed);
}

function boundsProblem(min: number | undefined, max: number | undefined): string | undefined {
  for (const bound of [min, max])
    if (bound !== undefined && !(bound >= 0)) return "Bounds must be numbers of at least 0.";
  if (min !== undefined && max !== undefined && min > max)
    return `At least must not be above at most (${max}).`;
  return undefined;
}
