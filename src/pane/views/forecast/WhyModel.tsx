import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ItemForecast } from "../../../analyses/forecast-items";
import { FigureTable } from "../../components/FigureTable";
import { Section } from "../../components/Section";
import { percentOr } from "./names";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Why this model and not another, in words and in the errors of the contest. */
export function WhyModel({ item: { why, ranked } }: { readonly item: ItemForecast }) {
  const styles = useStyles();
  return (
    <Section title="Why this model">
      <ul className={styles.list}>
        {why.map((sentence) => (
          <li key={sentence}>
            <Text>{sentence}</Text>
          </li>
        ))}
      </ul>
      {ranked.length > 1 && (
        <FigureTable
          caption="In the running, the chosen one first; error as a share of demand"
          columns={["Model", "Error", "Remark"]}
          words={[2]}
          rows={ranked.map(({ model, error, note }, i) => ({
            key: model,
            marked: i === 0,
            cells: [model, percentOr(error), note],
          }))}
        />
      )}
    </Section>
  );
}
