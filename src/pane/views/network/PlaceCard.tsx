import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { MapPlace } from "../../../analyses/network/network-map";
import { CellButton } from "../../components/CellButton";
import { Facts } from "../../components/Facts";
import { Heading } from "../../components/Heading";
import { moneyOr, noFigure, serviceWords } from "./names";
import { formatWhole } from "../../format";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { display: "flex", alignItems: "flex-start", justifyContent: "space-between" },
  links: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly place: MapPlace;
  readonly onClear: () => void;
  readonly onChoose: (id: string) => void;
}

const FIRST = 12;

/** Places next to it; of hundreds the first few, until the others are asked for. */
function PlaceLinks({
  ids,
  onChoose,
}: {
  readonly ids: readonly string[];
  readonly onChoose: (id: string) => void;
}) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? ids : ids.slice(0, FIRST);
  return (
    <span className={styles.links}>
      {shown.map((other) => (
        <Link key={other} as="button" inline onClick={() => onChoose(other)}>
          {other}
        </Link>
      ))}
      {shown.length < ids.length && (
        <Link as="button" inline onClick={() => setAll(true)}>
          and {formatWhole(ids.length - shown.length)} more
        </Link>
      )}
    </span>
  );
}

/** The place chosen on the map: what it holds and promises, and who is next to it. */
export function PlaceCard({ place, onClear, onChoose }: Props) {
  const styles = useStyles();
  const { id, name, type, stockValue, service, safetyCost, margin, suppliers, customers, findings, row } =
    place;
  const weak = findings.find(
    ({ Finding, Location }) => Finding === "single point of failure" && Location === id,
  );
  const names = (ids: readonly string[]) =>
    ids.length === 0 ? noFigure : <PlaceLinks key={id} ids={ids} onChoose={onChoose} />;
  return (
    <section className={styles.card} aria-label={`Place ${id}`}>
      <div className={styles.title}>
        <Heading level={2}>{name === "" ? id : `${id} · ${name}`}</Heading>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="Choose no place"
          onClick={onClear}
        />
      </div>
      <Facts
        facts={[
          ["Kind", type ?? noFigure],
          ["Stock, money", moneyOr(stockValue)],
          ["Service time", serviceWords(service)],
          ["Carrying safety stock", safetyCost === null ? "not placed yet" : `${moneyOr(safetyCost)} a year`],
          ...(weak === undefined
            ? []
            : ([["Margin at risk", margin === null ? "not known" : `${moneyOr(margin)} a week`]] as const)),
          ["Supplied by", names(suppliers)],
          ["Supplies", names(customers)],
        ]}
      />
      <div>
        <CellButton table="Locations" row={row} column="Location">
          Go to its row
        </CellButton>
      </div>
    </section>
  );
}
