import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import type { ForecastOutcome, ItemForecast } from "../../../analyses/forecast-items";
import type { ForecastPlan, Leaf } from "../../../analyses/forecast/plan-forecast";
import { ForecastChart } from "../../chart/ForecastChart";
import { Advice } from "../../components/Advice";
import { Facts } from "../../components/Facts";
import { formatBucket } from "../../format";
import { HorizonErrors } from "./HorizonErrors";
import { ItemPicker, leafName } from "./ItemPicker";
import { noFigure } from "./names";
import { useItemForecast } from "./use-item-forecast";
import { WhyModel } from "./WhyModel";
import { ItemLinks } from "./ItemLinks";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly plan: ForecastPlan;
  readonly outcome: ForecastOutcome | undefined;
  readonly chosen: Leaf | undefined;
  readonly onChoose: (leaf: Leaf) => void;
}

/** One item opened: what was, what is expected, why, and how good such forecasts were. */
export function ItemPanel({ plan, outcome, chosen, onChoose }: Props) {
  const styles = useStyles();
  const shown = useItemForecast(plan, outcome, chosen);
  return (
    <div className={styles.panel}>
      <ItemPicker leaves={plan.leaves} chosen={chosen} onChoose={onChoose} />
      {shown.state === "loading" && <Spinner size="small" label="Forecasting the item" />}
      {shown.state === "refused" && <Advice title="No forecast for this item" text={shown.why} />}
      {shown.state === "ready" && <ItemDetails item={shown.item} plan={plan} />}
    </div>
  );
}

function ItemDetails({ item, plan }: { readonly item: ItemForecast; readonly plan: ForecastPlan }) {
  const { bucket } = plan.options;
  const facts: [string, string][] = [
    ["Pattern", item.pattern ?? "Too little demand to judge"],
    ["Stage", item.stage === "" ? noFigure : item.stage],
    ["Model", `${item.model}: ${item.label}`],
  ];
  return (
    <>
      <ForecastChart
        key={item.id}
        data={item}
        labels={item.dates.map((date) => formatBucket(date, bucket))}
        title={leafName(item)}
      />
      <Facts facts={facts} />
      <ItemLinks item={item} />
      <WhyModel item={item} />
      <HorizonErrors item={item} bucket={bucket} />
    </>
  );
}
