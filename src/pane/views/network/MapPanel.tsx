import { Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { checkNetwork } from "../../../analyses/check-network";
import { networkMap, type FindingRow } from "../../../analyses/network/network-map";
import { networkFindingsTable } from "../../../workbook/tables";
import { Advice } from "../../components/Advice";
import { Disclosure } from "../../components/Disclosure";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { SearchedList } from "../../components/SearchedList";
import { Section } from "../../components/Section";
import { formatCompact, formatWhole } from "../../format";
import { useRows } from "../../use-rows";
import { useTable } from "../../use-table";
import { FindingDetail } from "./FindingDetail";
import { WithDetail } from "../../components/DetailDrawer";
import type { MapFigure } from "./map-figures";
import { NetworkMap } from "./NetworkMap";
import { PlaceCard } from "./PlaceCard";
import { AnalysisRun } from "../../components/AnalysisRun";
import { moneyOr, placeName, placeWords } from "./names";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

/** The network by echelon, what is wrong with it, and what would be lost where. */
export function MapPanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const locations = useTable("Locations", isWriting);
  const lanes = useTable("Lanes", isWriting);
  const stock = useTable("Stock", isWriting);
  const placement = useTable("Placement", isWriting);
  const { rows: found, places: findingRows } = useRows(networkFindingsTable, isWriting);
  const [chosen, setChosen] = useState<string>();
  const [wish, setWish] = useState<MapFigure>();
  const [focusRequest, setFocusRequest] = useState(0);
  const [openFinding, setOpenFinding] = useState<number>();
  const content = (table: typeof locations) => (table.state === "ready" ? table.value : undefined);
  const [places, ways] = [content(locations), content(lanes)];
  const [held, placed] = [content(stock), content(placement)];
  const model = useMemo(
    () =>
      places === undefined || ways === undefined
        ? undefined
        : networkMap({ locations: places, lanes: ways, stock: held, placement: placed, findings: found }),
    [places, ways, held, placed, found],
  );
  if (model === undefined) return <Spinner size="small" label="Reading the network" />;
  const place = model.places.find(({ id }) => id === chosen);
  const checked = found !== undefined;
  const count = (severity: FindingRow["Severity"]) =>
    model.findings.filter(({ Severity }) => Severity === severity).length;
  const worst = model.findings.reduce((most, { MarginWeek }) => Math.max(most, MarginWeek ?? 0), 0);
  if (model.places.length === 0)
    return (
      <Advice
        title="Locations has no places yet"
        text="Paste yours below its header: Location, Name and Type (supplier, plant, DC or store). Lanes says how goods travel between them."
      />
    );
  const shown =
    chosen === undefined
      ? model.findings
      : model.findings.filter(({ Location, To }) => Location === chosen || To === chosen);
  const open = openFinding === undefined ? undefined : model.findings[openFinding];
  const detail = open !== undefined && (
    <FindingDetail
      finding={open}
      onClose={() => setOpenFinding(undefined)}
      onPlace={(id) => {
        setChosen(id);
        setOpenFinding(undefined);
        setFocusRequest(focusRequest + 1);
      }}
      row={findingRows[openFinding!]}
    />
  );
  return (
    <WithDetail detail={detail} className={styles.panel}>
      {checked && (
        <KpiStrip
          kpis={[
            { name: "Errors", value: formatWhole(count("ERROR")), note: "no plan there" },
            {
              name: "Weak points",
              value: formatWhole(count("WARNING")),
              note: `${formatWhole(model.places.length)} places`,
            },
            { name: "At risk", value: formatCompact(worst), note: "a week, worst" },
          ]}
        />
      )}
      <NetworkMap
        model={model}
        chosen={chosen}
        figure={wish ?? (checked ? "risk" : "stock")}
        onFigure={setWish}
        onChoose={setChosen}
        focusRequest={focusRequest}
      />
      {place !== undefined && (
        <PlaceCard place={place} onClear={() => setChosen(undefined)} onChoose={setChosen} />
      )}
      <AnalysisRun
        panel={panel}
        analysis={checkNetwork}
        label={checked ? "Check again" : "Check the network"}
        primary={!checked}
        note="Writes what is wrong or weak to NetworkFindings, with the margin at risk."
        done="Network checked"
        failed="The network was not checked"
      />
      {checked && (
        <Section title={chosen === undefined ? "What was found" : `What was found at ${chosen}`}>
          {shown.length === 0 && <Text>Nothing.</Text>}
          <RankedList
            key={chosen ?? ""}
            label="Findings"
            count={shown.length}
            rowAt={(i) => findingRow(shown[i], model.findings.indexOf(shown[i]))}
            onOpen={(id) => setOpenFinding(Number(id))}
          />
        </Section>
      )}
      <Disclosure title="The map as a list">
        <SearchedList
          label="Places"
          placeholder="Code or name"
          items={model.places}
          wordsOf={nameWords}
          rowOf={placeRow}
          onOpen={(id) => {
            setChosen(id);
            setFocusRequest(focusRequest + 1);
          }}
          nothing="No place to show here."
        />
      </Disclosure>
      <IssueList issues={outcomes[checkNetwork.id]?.issues ?? []} />
    </WithDetail>
  );
}

const marks = {
  ERROR: { text: "error", color: "danger" },
  WARNING: { text: "weak", color: "warning" },
  INFO: { text: "note", color: "informative" },
} as const;

function findingRow(
  { Finding, Location, To, Item, Items, MarginWeek, Problem, Severity }: FindingRow,
  index: number,
) {
  const where = [Location, To].filter((part) => part !== null).join(" → ");
  const items = Item ?? ((Items ?? 1) > 1 ? `${formatWhole(Items!)} items` : "");
  return {
    id: String(index),
    title: [where, items].filter((part) => part !== "").join(" · ") || (Finding ?? ""),
    value: MarginWeek === null ? "" : `${formatCompact(MarginWeek)} / week`,
    text: `${Finding}: ${Problem}`,
    mark: marks[Severity ?? "INFO"],
  };
}

type MapPlace = Parameters<typeof placeWords>[0] & object;

const nameWords = ({ id, name }: MapPlace) => `${id} ${name}`;

const placeRow = (place: MapPlace) => ({
  id: place.id,
  title: placeName(place.id, place.name),
  value: moneyOr(place.stockValue),
  text: listWords(place),
});

function listWords(place: MapPlace): string {
  const from = place.suppliers.length === 0 ? "from nowhere" : `from ${firstOf(place.suppliers)}`;
  const to = place.customers.length === 0 ? "" : `, to ${firstOf(place.customers)}`;
  return `${placeWords(place)}; ${from}${to}`;
}

const SHOWN = 12;

function firstOf(ids: readonly string[]): string {
  const more = ids.length - SHOWN;
  return `${ids.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${formatWhole(more)} more` : ""}`;
}
