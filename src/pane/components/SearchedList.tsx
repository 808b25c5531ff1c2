import { Field, SearchBox, Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { RankedList, type RankedRow } from "./RankedList";

interface Props<T> {
  /** What the list is of, for screen readers. */
  readonly label: string;
  /** What can be typed, such as "Item or site". */
  readonly placeholder: string;
  readonly items: readonly T[];
  /** The words an item is found by. */
  readonly wordsOf: (item: T) => string;
  readonly rowOf: (item: T) => RankedRow;
  readonly onOpen: (id: string) => void;
  /** Said where nothing is found. */
  readonly nothing?: string;
}

/** A ranked list, and above it a field to find something in it. */
export function SearchedList<T>({
  label,
  placeholder,
  items,
  wordsOf,
  rowOf,
  onOpen,
  nothing = "No item to show here.",
}: Props<T>) {
  const [query, setQuery] = useState("");
  const found = useMemo(() => {
    const words = query.trim().toLowerCase();
    return words === "" ? items : items.filter((item) => wordsOf(item).toLowerCase().includes(words));
  }, [items, query, wordsOf]);
  return (
    <>
      <Field label="Find" size="small">
        <SearchBox
          size="small"
          placeholder={placeholder}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
      </Field>
      <RankedList
        key={query}
        label={label}
        count={found.length}
        rowAt={(i) => rowOf(found[i])}
        onOpen={onOpen}
      />
      {found.length === 0 && <Text>{nothing}</Text>}
    </>
  );
}
