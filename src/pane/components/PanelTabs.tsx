import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useNotices } from "../notices";
import { OverflowTabs } from "./OverflowTabs";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

interface Props {
  readonly viewId: string;
  readonly title: string;
  /** Of the menu with the tabs that find no room. */
  readonly moreLabel: string;
  readonly panels: readonly { readonly id: string; readonly title: string }[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** Stands between the tabs and the panel, whichever is open. */
  readonly above?: ReactNode;
  /** The panel that is open. */
  readonly children: ReactNode;
}

/** The tabs of a view, and below them the panel that is open. */
export function PanelTabs({ viewId, title, moreLabel, panels, selected, onSelect, above, children }: Props) {
  const styles = useStyles();
  const { dismiss } = useNotices();
  return (
    <>
      <OverflowTabs
        label={`${title} in detail`}
        moreLabel={moreLabel}
        tabs={panels}
        selected={selected}
        onSelect={(id) => {
          // What a message tells is about the tab that is left.
          dismiss();
          onSelect(id);
        }}
        idPrefix={`${viewId}-`}
      />
      {above}
      <div role="tabpanel" aria-labelledby={`${viewId}-${selected}`} className={styles.panel}>
        {children}
      </div>
    </>
  );
}
