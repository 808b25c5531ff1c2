import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ItemForecast } from "../../../analyses/forecast-items";
import { FigureTable } from "../../components/FigureTable";
import { Section } from "../../components/Section";
import { formatCell } from "../../format";
import { noFigure } from "./names";

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
      {ranked.length > 0 && (
        <FigureTable
          caption="Candidates, the best first"
          columns={["Model", "Error", "Remark"]}
          rows={ranked.map(({ model, error, note }) => ({
            key: model,
            cells: [model, error === null ? noFigure : formatCell(Number(error.toPrecision(3))), note],
          }))}
        />
      )}
    </Section>
  );
}
