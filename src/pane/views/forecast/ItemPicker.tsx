import { Combobox, Field, Option } from "@fluentui/react-components";
import { useState } from "react";
import type { Leaf } from "../../../analyses/forecast/plan-forecast";
import { rank } from "../../search/rank";

interface Props {
  readonly leaves: readonly Leaf[];
  readonly chosen: Leaf | undefined;
  readonly onChoose: (leaf: Leaf) => void;
}

/** A list of a thousand codes is not read; it is narrowed by typing. */
const SHOWN = 30;

/** Finds an item by its code, family or place. */
export function ItemPicker({ leaves, chosen, onChoose }: Props) {
  const [query, setQuery] = useState<string>();
  const found = rank(query ?? "", leaves, ({ item, location, family }) => ({
    name: item,
    texts: [location, family],
  }));
  const shown = found.slice(0, SHOWN);
  return (
    <Field label="Item" size="small" hint="Follows the row you select in Items, Demand or Forecast.">
      <Combobox
        size="small"
        freeform
        placeholder="Search an item"
        value={query ?? (chosen === undefined ? "" : leafName(chosen))}
        selectedOptions={chosen === undefined ? [] : [chosen.id]}
        onChange={({ target }) => setQuery(target.value)}
        onBlur={() => setQuery(undefined)}
        onOptionSelect={(_, { optionValue }) => {
          const leaf = leaves.find(({ id }) => id === optionValue);
          // Typing takes the choice back, without an option: what is typed stays.
          if (leaf === undefined) return;
          setQuery(undefined);
          onChoose(leaf);
        }}
      >
        {shown.map((leaf) => (
          <Option key={leaf.id} value={leaf.id} text={leafName(leaf)}>
            {leafName(leaf)}
          </Option>
        ))}
        {found.length > SHOWN && (
          <Option disabled value="" text="">
            {`${found.length - SHOWN} more: type to narrow`}
          </Option>
        )}
        {found.length === 0 && (
          <Option disabled value="" text="">
            No item of this name has demand.
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

export function leafName({ item, location }: Pick<Leaf, "item" | "location">): string {
  return location === "" ? item : `${item} · ${location}`;
}
