import { Field, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { demandBuckets } from "../../../engine/calendar";
import {
  forecastLevels,
  horizonProblem,
  type ForecastLevel,
} from "../../../analyses/forecast/forecast-options";
import { bucketNames, levelNames } from "./names";
import type { ChosenOptions } from "./saved-options";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    alignItems: "start",
    gap: tokens.spacingHorizontalS,
  },
  input: { minWidth: 0, width: "100%" },
});

interface Props {
  readonly options: ChosenOptions;
  /** Levels that differ in this workbook. */
  readonly levels: readonly ForecastLevel[];
  readonly disabled: boolean;
  readonly onChange: (options: ChosenOptions) => void;
}

export function OptionsForm({ options, levels, disabled, onChange }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const problem = typed === undefined ? undefined : problemOf(typed);
  return (
    <div className={styles.grid}>
      <Field label="Horizon" size="small" validationMessage={problem}>
        <Input
          className={styles.input}
          type="number"
          size="small"
          min={1}
          disabled={disabled}
          value={typed ?? String(options.horizon)}
          onChange={(_, { value }) => {
            setTyped(value);
            if (problemOf(value) === undefined) onChange({ ...options, horizon: Number(value) });
          }}
          // What cannot be used gives way to the horizon that is used.
          onBlur={() => setTyped(undefined)}
        />
      </Field>
      <Field label="Bucket" size="small">
        <Select
          className={styles.input}
          select={{ className: styles.input }}
          size="small"
          disabled={disabled}
          value={options.bucket}
          onChange={(_, { value }) => {
            const bucket = demandBuckets.find((one) => one === value);
            if (bucket !== undefined) onChange({ ...options, bucket });
          }}
        >
          {demandBuckets.map((bucket) => (
            <option key={bucket} value={bucket}>
              {bucketNames[bucket].one}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Level" size="small">
        <Select
          className={styles.input}
          select={{ className: styles.input }}
          size="small"
          disabled={disabled || levels.length < 2}
          value={levels.includes(options.level) ? options.level : "item"}
          onChange={(_, { value }) => {
            const level = forecastLevels.find((one) => one === value);
            if (level !== undefined) onChange({ ...options, level });
          }}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {levelNames[level]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function problemOf(text: string): string | undefined {
  return horizonProblem(text.trim() === "" ? NaN : Number(text));
}
