import { Checkbox, Select, Switch, Text, makeStyles, tokens } from "@fluentui/react-components";
import { PlanningError } from "../../../engine/errors";
import { pairwiseWeights } from "../../../engine/segmentation";
import {
  criteria,
  criterionNames,
  pairwiseMatrix,
  type CriterionName,
  type WeighedCriterion,
} from "../../../analyses/criteria/criteria";
import { NumberField } from "../../components/NumberField";
import { Section } from "../../components/Section";
import { sentence } from "../../sentence";
import { PairFields } from "./PairFields";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 5em 8em",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
  },
  narrow: { minWidth: 0, width: "100%" },
  muted: { color: tokens.colorNeutralForeground2 },
});

export interface CriteriaChoice {
  readonly criteria: readonly WeighedCriterion[];
  /** Judgements in pairs, as the option has them; undefined where weights are typed. */
  readonly pairs: readonly number[] | undefined;
}

interface Props {
  readonly choice: CriteriaChoice;
  readonly onChange: (choice: CriteriaChoice) => void;
}

/** Which criteria count, which way, and how much: by weights, or compared in pairs. */
export function CriteriaForm({ choice, onChange }: Props) {
  const styles = useStyles();
  const { criteria: weighed, pairs } = choice;
  const replace = (next: readonly WeighedCriterion[]) =>
    onChange({ criteria: next, pairs: pairs === undefined ? undefined : equalPairs(next.length) });
  const change = (name: CriterionName, part: Partial<WeighedCriterion>) =>
    onChange({ ...choice, criteria: weighed.map((one) => (one.name === name ? { ...one, ...part } : one)) });
  return (
    <Section title="Criteria">
      {criterionNames.map((name) => {
        const used = weighed.find((one) => one.name === name);
        const { title, sense } = criteria[name];
        return (
          <div key={name} className={styles.grid}>
            <Checkbox
              label={title}
              checked={used !== undefined}
              onChange={(_, { checked }) =>
                replace(
                  criterionNames.flatMap((one) =>
                    one === name
                      ? checked === true
                        ? [{ name, weight: 1, sense }]
                        : []
                      : weighed.filter((other) => other.name === one),
                  ),
                )
              }
            />
            {used !== undefined && (
              <>
                {pairs === undefined ? (
                  <NumberField
                    label={`${title} weight`}
                    labelHidden
                    value={used.weight}
                    step={1}
                    problemOf={(value) => (value > 0 ? undefined : "Above 0.")}
                    onChange={(value) => value !== undefined && change(name, { weight: value })}
                  />
                ) : (
                  <Text size={200}>{shareOf(choice, name)}</Text>
                )}
                <Select
                  className={styles.narrow}
                  size="small"
                  aria-label={`${title} matters`}
                  value={String(used.sense)}
                  onChange={(_, { value }) => change(name, { sense: value === "-1" ? -1 : 1 })}
                >
                  <option value="1">more counts</option>
                  <option value="-1">less counts</option>
                </Select>
              </>
            )}
          </div>
        );
      })}
      <Switch
        label="Compare in pairs"
        checked={pairs !== undefined}
        disabled={weighed.length < 2}
        onChange={(_, { checked }) =>
          onChange({ criteria: weighed, pairs: checked ? equalPairs(weighed.length) : undefined })
        }
      />
      {pairs !== undefined && (
        <>
          <PairFields
            criteria={weighed}
            pairs={pairs}
            onChange={(next) => onChange({ ...choice, pairs: next })}
          />
          <Text size={200} className={styles.muted} role="status">
            {consistency(choice)}
          </Text>
        </>
      )}
    </Section>
  );
}

function equalPairs(count: number): number[] {
  return new Array<number>((count * (count - 1)) / 2).fill(1);
}

function weightsOf({ criteria: weighed, pairs }: CriteriaChoice) {
  return pairwiseWeights(pairwiseMatrix((pairs ?? []).join(","), weighed.length));
}

function shareOf(choice: CriteriaChoice, name: CriterionName): string {
  try {
    const place = choice.criteria.findIndex((one) => one.name === name);
    return `${(100 * weightsOf(choice).weights[place]).toFixed(1)} %`;
  } catch {
    return "";
  }
}

function consistency(choice: CriteriaChoice): string {
  try {
    return `Consistency ratio ${weightsOf(choice).consistencyRatio.toFixed(3)}: at most 0.10 is usable.`;
  } catch (thrown) {
    return thrown instanceof PlanningError ? sentence(thrown.message) : String(thrown);
  }
}
