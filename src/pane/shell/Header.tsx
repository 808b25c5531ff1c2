import { Tooltip, ToggleButton, makeStyles, tokens } from "@fluentui/react-components";
import { MathFormulaRegular, SearchInfoRegular, ShareRegular } from "@fluentui/react-icons";
import { usePane, type Place } from "../pane-context";
import type { ViewDefinition } from "../view";
import { PaneSearch } from "./PaneSearch";
import { ViewTabs } from "./ViewTabs";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tools: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, minWidth: 0 },
});

interface Props {
  readonly views: readonly ViewDefinition[];
  readonly place: Place;
  readonly viewId: string;
}

export function Header({ views, place, viewId }: Props) {
  const styles = useStyles();
  const { open } = usePane();
  const toggle = (kind: "explain" | "builder" | "sharing") =>
    open(place.kind === kind ? { kind: "view", id: viewId } : { kind });
  return (
    <header className={styles.header}>
      <ViewTabs views={views} selected={viewId} onSelect={(id) => open({ kind: "view", id })} />
      <div className={styles.tools} role="search">
        <PaneSearch views={views} />
        <Tooltip content="Explain this cell" relationship="label">
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<SearchInfoRegular />}
            checked={place.kind === "explain"}
            onClick={() => toggle("explain")}
          />
        </Tooltip>
        <Tooltip content="Formula builder" relationship="label">
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<MathFormulaRegular />}
            checked={place.kind === "builder"}
            onClick={() => toggle("builder")}
          />
        </Tooltip>
        <Tooltip content="Freeze for sharing" relationship="label">
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<ShareRegular />}
            checked={place.kind === "sharing"}
            onClick={() => toggle("sharing")}
          />
        </Tooltip>
      </div>
    </header>
  );
}
