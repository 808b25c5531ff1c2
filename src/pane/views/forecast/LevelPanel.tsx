import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Need } from "../../../analyses/needs";
import type { FamilyAdvice } from "../../../analyses/forecast/level-advice";
import type { ForecastOutcome } from "../../../analyses/forecast-items";
import { FigureTable } from "../../components/FigureTable";
import { NeedList } from "../../components/NeedList";
import { Section } from "../../components/Section";
import { formatWhole } from "../../format";
import { levelNames, percentOr } from "./names";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly outcome: ForecastOutcome;
  readonly needs: readonly Need[];
}

/** The error at each level side by side, and the level to forecast each family at. */
export function LevelPanel({ outcome: { advice, plan }, needs }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.panel}>
      <NeedList needs={needs} />
      {plan.levels.length < 2 ? (
        <Text>
          This workbook has one level only: one location, and no families. Fill Items[Family], or
          Demand[Location], to compare.
        </Text>
      ) : (
        <>
          <Text>
            Each level was forecast by itself and split down by share, so that the errors of the items can be
            compared. Items stay by themselves unless another level is better by 2% of the error. The error of
            a level&apos;s own totals, in brackets, is smaller wherever more is added up.
          </Text>
          {advice.map((family) => (
            <FamilyLevels key={family.family} advice={family} />
          ))}
        </>
      )}
    </div>
  );
}

function FamilyLevels({ advice: { family, items, levels, recommended } }: { readonly advice: FamilyAdvice }) {
  const name = family === "" ? "Items of no family" : `Family ${family}`;
  const verdict =
    recommended === null ? "no demand to compare" : `forecast by ${levelNames[recommended].toLowerCase()}`;
  return (
    <Section title={`${name}: ${verdict}`}>
      <FigureTable
        caption={
          items === 1
            ? "1 item, WAPE one to three buckets ahead"
            : `${formatWhole(items)} items, WAPE one to three buckets ahead`
        }
        columns={["Level", "Error", "Own totals"]}
        rows={levels.map(({ level, own, split }) => ({
          key: level,
          marked: level === recommended,
          cells: [
            `${levelNames[level]}${level === recommended ? ", recommended" : ""}`,
            percentOr(split),
            `(${percentOr(own)})`,
          ],
        }))}
      />
    </Section>
  );
}
