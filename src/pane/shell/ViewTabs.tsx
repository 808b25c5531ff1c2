import { OverflowTabs } from "../components/OverflowTabs";
import type { ViewDefinition } from "../view";

interface Props {
  readonly views: readonly ViewDefinition[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** Views as tabs. */
export function ViewTabs({ views, selected, onSelect }: Props) {
  return (
    <OverflowTabs
      label="Views"
      moreLabel="More views"
      tabs={views}
      selected={selected}
      onSelect={onSelect}
      idPrefix="tab-"
    />
  );
}
