import { Field, Select, Slider, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { endOfLife } from "../../../analyses/end-of-life";
import { eolPlanTable, eolRunOutTable, eolSlipTable, type Row } from "../../../workbook/tables";
import { SeriesChart } from "../../chart/SeriesChart";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { InsertChart } from "../../components/InsertChart";
import { IssueList } from "../../components/IssueList";
import { RowsLink } from "../../components/RowsLink";
import { Section } from "../../components/Section";
import { formatBucket, formatUnits } from "../../format";
import { useRows } from "../../use-rows";
import { AnalysisRun } from "../../components/AnalysisRun";
import { moneyOr, noFigure, unitsOr } from "./kpi-format";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const dayOr = (serial: number | null): string => (serial === null ? noFigure : formatBucket(serial, "D"));

/** Items at the end of their life: last buy, run-out by date, and what a slip of the launch costs. */
export function EndOfLifePanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const { rows: plans = [], places, issues } = useRows(eolPlanTable, isWriting);
  const runOut = useRows(eolRunOutTable, isWriting);
  const slips = useRows(eolSlipTable, isWriting);
  const [chosen, setChosen] = useState<string>();
  const at = Math.max(
    0,
    plans.findIndex(({ Item }) => Item === chosen),
  );
  const plan = plans[at] as Row<typeof eolPlanTable.columns> | undefined;
  const months = (runOut.rows ?? [])
    .map((row, i) => ({ row, place: runOut.places[i] }))
    .filter(({ row }) => row.Item === plan?.Item);
  const own = (slips.rows ?? []).filter(({ Item }) => Item === plan?.Item);
  return (
    <div className={styles.panel}>
      <AnalysisRun
        panel={panel}
        analysis={endOfLife}
        label={plans.length === 0 ? "Plan the end of life" : "Plan again"}
        note="Writes EOLPlan, EOLRunOut and EOLSlip from Lifecycle, Stock and the forecast."
        done="End of life planned"
        failed="The end of life was not planned"
        names={["csl", "decay", "elasticity", "carryRate", "slip"]}
      />
      {plan !== undefined && (
        <>
          <Field label="Item" size="small">
            <Select size="small" value={plan.Item ?? ""} onChange={(_, { value }) => setChosen(value)}>
              {plans.map(({ Item }) => (
                <option key={Item}>{Item}</option>
              ))}
            </Select>
          </Field>
          {plan.Buy !== null && <LastBuy plan={plan} place={places[at]} />}
          {months.length > 0 && (
            <Section title="Running out">
              <SeriesChart
                key={plan.Item}
                title={`stock of ${plan.Item} running out`}
                labels={months.map(({ row }) => formatBucket(row.Month ?? 0, "M"))}
                series={[
                  { name: "Left", values: months.map(({ row }) => row.Residual ?? NaN), kind: "columns" },
                  { name: "Demand", values: months.map(({ row }) => row.Demand ?? NaN), kind: "line" },
                ]}
                format={formatUnits}
              />
              <InsertChart
                chart={{
                  kind: "columns",
                  title: `${plan.Item} running out`,
                  table: "EOLRunOut",
                  rows: [months[0].place, months[months.length - 1].place],
                  labels: "Month",
                  series: ["Residual", "Demand"],
                }}
              />
              <FigureTable
                caption={`Runs out ${plan.RunOut === null ? "after the forecast" : `on ${dayOr(plan.RunOut)}`}`}
                columns={["Left after", "Units", "At cost"]}
                rows={[
                  { key: "order", cells: ["Last order", unitsOr(plan.LastOrderLeft), noFigure] },
                  { key: "sell", cells: ["Sell-off", unitsOr(plan.SellOffLeft), moneyOr(plan.SellOffValue)] },
                  {
                    key: "ship",
                    cells: ["Last shipment", unitsOr(plan.LastShipLeft), moneyOr(plan.LastShipValue)],
                  },
                ]}
              />
            </Section>
          )}
          {own.length > 0 && <Slip key={plan.Item} slips={own} plan={plan} />}
        </>
      )}
      <IssueList issues={outcomes[endOfLife.id]?.issues ?? issues} />
    </div>
  );
}

function LastBuy({
  plan,
  place,
}: {
  readonly plan: Row<typeof eolPlanTable.columns>;
  readonly place: number;
}) {
  return (
    <Section title="Last-time buy">
      <Facts
        facts={[
          [
            "Buy",
            <RowsLink key="buy" table="EOLPlan" rows={[place]} column="Buy">
              {`${unitsOr(plan.Buy)} units for ${moneyOr(plan.BuyCost)}`}
            </RowsLink>,
          ],
          [
            "Covers",
            `${unitsOr(plan.Months)} months at ${unitsOr(plan.Mean)} a month, sd ${unitsOr(plan.Sd)}`,
          ],
          ["There already", `${unitsOr(plan.OnHand)} on hand, ${unitsOr(plan.OnOrder)} on order`],
        ]}
      />
      <FigureTable
        caption={`Cheapest: ${plan.Best ?? "not known"}`}
        columns={["Way", "Costs", "Of it"]}
        words={[2]}
        rows={[
          {
            key: "last-time buy",
            marked: plan.Best === "last-time buy",
            cells: [
              "Last-time buy",
              moneyOr(plan.LastBuyTotal),
              `storage ${moneyOr(plan.StorageCost)}, scrap ${moneyOr(plan.ScrapCost)}, short ${moneyOr(plan.ShortCost)}`,
            ],
          },
          {
            key: "redesign",
            marked: plan.Best === "redesign",
            cells: ["Redesign", moneyOr(plan.RedesignTotal), "redesign, storage and scrap of what is there"],
          },
          {
            key: "run out",
            marked: plan.Best === "run out",
            cells: ["Run out", moneyOr(plan.RunOutTotal), "margin of all that is not served"],
          },
        ]}
      />
    </Section>
  );
}

interface SlipProps {
  readonly slips: readonly Row<typeof eolSlipTable.columns>[];
  readonly plan: Row<typeof eolPlanTable.columns>;
}

/** What a slip of some weeks strands and misses, at once as the slider moves. */
function Slip({ slips, plan }: SlipProps) {
  const [weeks, setWeeks] = useState(0);
  const ordered = [...slips].sort((a, b) => (a.Slip ?? 0) - (b.Slip ?? 0));
  const [first, last] = [ordered[0].Slip ?? 0, ordered[ordered.length - 1].Slip ?? 0];
  const now = ordered.find(({ Slip: slip }) => slip === weeks) ?? ordered[0];
  // Where the successor is on sale already, the day that slips is the end of the sell-off.
  const isLaunch =
    plan.Launch !== null && ordered.some(({ Slip: slip, Launch }) => slip === 0 && Launch === plan.Launch);
  const words = weeks === 0 ? "on time" : `${Math.abs(weeks)} weeks ${weeks > 0 ? "late" : "early"}`;
  return (
    <Section title={isLaunch ? `If ${plan.Successor} slips` : "If the sell-off slips"}>
      <Field label={`Slip: ${words}`} size="small">
        <Slider
          size="small"
          min={first}
          max={last}
          value={weeks}
          aria-valuetext={words}
          onChange={(_, { value }) => setWeeks(value)}
        />
      </Field>
      <Facts
        facts={[
          ["Day", dayOr(now.Launch)],
          ["Stranded", `${unitsOr(now.Left)} units, ${moneyOr(now.Stranded)}`],
          ["Gap", `${unitsOr(now.GapDays)} days, ${moneyOr(now.GapCost)} of margin`],
          ["In all", moneyOr(now.Total)],
        ]}
      />
      <SeriesChart
        title="cost of a week of slip"
        place="slip"
        startAt={ordered.indexOf(now)}
        labels={ordered.map(({ Slip: slip }) => `${(slip ?? 0) > 0 ? "+" : ""}${slip ?? 0} wk`)}
        series={[{ name: "Total", values: ordered.map(({ Total }) => Total ?? NaN), kind: "columns" }]}
        format={(value) => moneyOr(value)}
      />
      {now.PerWeek !== null && (
        <Text
          size={200}
        >{`Each week ${weeks > 0 ? "later" : "earlier"} changes the cost by ${moneyOr(weeks > 0 ? now.PerWeek : -now.PerWeek)}.`}</Text>
      )}
    </Section>
  );
}
