import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { criteria, type WeighedCriterion } from "../../../analyses/criteria/criteria";

const useStyles = makeStyles({
  pairs: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  narrow: { minWidth: 0, width: "100%" },
});

/** Saaty's scale: 1 as much, 3 somewhat, 5 clearly, 7 much, 9 absolutely more. */
const scale = [9, 7, 5, 3, 1, 1 / 3, 1 / 5, 1 / 7, 1 / 9];

interface Props {
  readonly criteria: readonly WeighedCriterion[];
  /** First over second, first over third, ..., second over third, ... */
  readonly pairs: readonly number[];
  readonly onChange: (pairs: readonly number[]) => void;
}

/** Every pair of criteria once: which matters more, and how much. */
export function PairFields({ criteria: weighed, pairs, onChange }: Props) {
  const styles = useStyles();
  const all = weighed.flatMap((first, i) => weighed.slice(i + 1).map((second) => ({ first, second })));
  return (
    <div className={styles.pairs}>
      {all.map(({ first, second }, place) => {
        const [one, other] = [criteria[first.name].title, criteria[second.name].title];
        return (
          <Field key={first.name + second.name} label={`${one} against ${other.toLowerCase()}`} size="small">
            <Select
              className={styles.narrow}
              size="small"
              value={String(nearest(pairs[place]))}
              onChange={(_, { value }) =>
                onChange(pairs.map((judgement, i) => (i === place ? scale[Number(value)] : judgement)))
              }
            >
              {scale.map((judgement, i) => (
                <option key={judgement} value={String(i)}>
                  {judgement === 1
                    ? "as much"
                    : judgement > 1
                      ? `${one}: ${judgement} times`
                      : `${other}: ${Math.round(1 / judgement)} times`}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
    </div>
  );
}

/** Place on the scale of a judgement that was typed elsewhere. */
function nearest(judgement: number): number {
  const distance = (value: number) => Math.abs(Math.log(value / judgement));
  return scale.reduce((best, value, i) => (distance(value) < distance(scale[best]) ? i : best), 0);
}
