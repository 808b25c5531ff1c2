import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { simulateNetwork } from "../../../analyses/simulate-network";
import type { NetworkMapModel } from "../../../analyses/network/network-map";
import { OptionFields, type GivenOptions } from "../../components/OptionFields";
import { placeTitle } from "./names";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface Props {
  readonly model: NetworkMapModel;
  readonly given: GivenOptions;
  readonly disabled: boolean;
  readonly onChange: (given: GivenOptions) => void;
}

/** How much, where a stress has a size. */
const sizes: Readonly<Record<string, readonly string[]>> = {
  close: [],
  late: ["latedays"],
  spike: ["factor"],
};

/** What goes wrong in a run: any of a closed lane, a late place and a jump of demand, and when. */
export function StressFields({ model, given, disabled, onChange }: Props) {
  const styles = useStyles();
  const places = model.places.map((place) => ({ value: place.id, label: placeTitle(place) }));
  const lanes = model.links
    .filter(({ lateral }) => !lateral)
    .map(({ from, to }) => ({ value: `${from}>${to}`, label: `${from} to ${to}` }));
  const chosen = (name: string) => String(given[name] ?? "");
  const stresses = Object.keys(sizes);
  const isStressed = stresses.some((name) => chosen(name) !== "");
  const choice = (name: string, choices: typeof places) => (
    <Field label={simulateNetwork.options[name].label} size="small">
      <Select
        size="small"
        disabled={disabled}
        value={chosen(name)}
        onChange={(_, { value }) => onChange({ ...given, [name]: value })}
      >
        <option value="">none</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
  const numbers = (names: readonly string[]) => (
    <OptionFields
      analysis={simulateNetwork}
      names={names}
      given={given}
      disabled={disabled}
      onChange={onChange}
    />
  );
  return (
    <div className={styles.fields}>
      {stresses.map((name) => (
        <div key={name} className={styles.fields}>
          {choice(name, name === "close" ? lanes : places)}
          {chosen(name) !== "" && sizes[name].length > 0 && numbers(sizes[name])}
        </div>
      ))}
      {isStressed && numbers(["stressfrom", "stressdays"])}
    </div>
  );
}
