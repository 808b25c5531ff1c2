import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ItemForecast } from "../../../analyses/forecast-items";
import { FigureTable } from "../../components/FigureTable";
import { Section } from "../../components/Section";
import { sentence } from "../../sentence";
import { percentOr } from "./names";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Why this model and not another, in words and in the errors of the contest. */
export function WhyModel({ item: { why, ranked, model: chosen } }: { readonly item: ItemForecast }) {
  const styles = useStyles();
  return (
    <Section title="Why this model">
      <ul className={styles.list}>
        {why.map((reason) => (
          <li key={reason}>
            <Text>{sentence(reason)}</Text>
          </li>
        ))}
      </ul>
      {ranked.length > 1 && (
        <FigureTable
          caption="In the running; error as a share of demand"
          columns={["Model", "Error", "Remark"]}
          words={[2]}
          rows={ranked.map(({ model, error, note }) => ({
            key: model,
            marked: model === chosen,
            cells: [model, percentOr(error), note],
          }))}
        />
      )}
    </Section>
  );
}
