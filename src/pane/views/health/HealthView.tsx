import { makeStyles, tokens } from "@fluentui/react-components";
import { Heading } from "../../components/Heading";
import { MonthEnd } from "./month-end/MonthEnd";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

export function HealthView() {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <Heading level={1}>Month end</Heading>
      <MonthEnd />
    </div>
  );
}
