import { Button, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons";
import type { WorkbenchState } from "../workbench-state";

const useStyles = makeStyles({
  drawer: {
    display: "grid",
    gridTemplateColumns: "1fr 1fr auto",
    gap: tokens.spacingHorizontalL,
    maxHeight: "30%",
    overflowY: "auto",
    flexShrink: 0,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontFamily: tokens.fontFamilyMonospace },
});

interface Props {
  readonly state: WorkbenchState;
  readonly onClose: () => void;
}

/** What somebody who works on the add-in wants to know about this host. */
export function DeveloperDrawer({ state, onClose }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.drawer} aria-label="Developer">
      <div>
        <Subtitle2 block>Office.js calls without an answer here</Subtitle2>
        {state.unimplemented.length === 0 ? (
          <Text>None.</Text>
        ) : (
          <ul className={styles.list} data-list="unimplemented">
            {state.unimplemented.map((call) => (
              <li key={call}>{call}</li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <Subtitle2 block>Calculations, latest first</Subtitle2>
        <ul className={styles.list} data-list="times">
          {[...state.times].reverse().map(({ milliseconds, calls }, index) => (
            <li key={state.times.length - index}>
              {milliseconds.toFixed(0)} ms, {calls} {calls === 1 ? "call" : "calls"} to the add-in
            </li>
          ))}
        </ul>
      </div>
      <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label="Close" onClick={onClose} />
    </section>
  );
}
