import type { CompanyHistory, LeafHistory } from "../health/leaf-history";
import type { LeafDemand } from "../health/coming-demand";
import type { MasterData } from "../health/master-data";
import type { kpiDimensions } from "../../workbook/tables/kpi";

export type Dimension = (typeof kpiDimensions)[number];

/** A unit of the company: all of it, a business unit, a location or a family. */
export interface CompanyUnit {
  readonly dimension: Dimension;
  /** Blank for all. */
  readonly unit: string;
  readonly leaves: readonly JudgedLeaf[];
}

/** One item at one place with what its KPIs need beyond its history. */
export interface JudgedLeaf {
  readonly history: LeafHistory;
  readonly demand: LeafDemand;
  /** Own units above what twelve months of demand need. */
  readonly excess: number;
  /** Days without an issue beyond which stock is dead; at the end of each month of the history. */
  readonly obsolete: readonly boolean[];
  /** Units ordered and units delivered from stock, by month of the history. */
  readonly ordered: readonly number[];
  readonly filled: readonly number[];
}

/** What a unit's leaves add up to, by month of the history; own stock only. */
export interface UnitFigures {
  readonly values: readonly number[];
  readonly dailyValues: readonly number[];
  readonly issuedCost: readonly number[];
  readonly scrappedCost: readonly number[];
  readonly obsoleteValues: readonly number[];
  /** Margin on what was issued, and the stock it was made with: of items with a sales price. */
  readonly margin: readonly number[];
  readonly pricedValues: readonly number[];
  /** Value above twelve months of demand, today. */
  readonly excessValue: number;
  /** Coming demand at cost, by month. */
  readonly comingCost: readonly number[];
}

export function unitFigures({ leaves }: CompanyUnit, months: number): UnitFigures {
  const sum = (of: (leaf: JudgedLeaf) => readonly number[]) => addUp(leaves.map(of), months);
  const horizon = leaves.reduce((most, { demand }) => Math.max(most, demand.coming.length), 0);
  const priced = leaves.filter(({ history }) => (history.facts?.Price ?? null) !== null);
  return {
    values: sum(({ history }) => history.values),
    dailyValues: sum(({ history }) => history.dailyValues),
    issuedCost: sum(({ history }) => history.issuedCost),
    scrappedCost: sum(({ history }) => history.scrappedCost),
    obsoleteValues: sum(({ history, obsolete }) =>
      history.values.map((value, t) => (obsolete[t] ? value : 0)),
    ),
    margin: addUp(
      priced.map(({ history }) => marginOf(history)),
      months,
    ),
    pricedValues: addUp(
      priced.map(({ history }) => history.values),
      months,
    ),
    excessValue: leaves.reduce((total, { history, excess }) => total + excess * costOf(history), 0),
    comingCost: addUp(
      leaves.map(({ history, demand }) => demand.coming.map((units) => units * costOf(history))),
      horizon,
    ),
  };
}

const costOf = ({ unitCost }: LeafHistory): number => (Number.isNaN(unitCost) ? 0 : unitCost);

function marginOf({ facts, issuedUnits, issuedCost }: LeafHistory): readonly number[] {
  const price = facts?.Price ?? 0;
  return issuedUnits.map((units, t) => units * price - issuedCost[t]);
}

function addUp(series: readonly (readonly number[])[], length: number): number[] {
  const total = new Array<number>(length).fill(0);
  for (const values of series) values.forEach((value, t) => (total[t] += value));
  return total;
}

/** The company as a whole, then by business unit, location and family, each where there are two or more. */
export function companyUnits(
  leaves: readonly JudgedLeaf[],
  { businessUnit }: Pick<MasterData, "businessUnit">,
): readonly CompanyUnit[] {
  const by = (dimension: Dimension, of: (leaf: JudgedLeaf) => string | undefined): CompanyUnit[] => {
    const groups = new Map<string, JudgedLeaf[]>();
    for (const leaf of leaves) {
      const unit = of(leaf) ?? "";
      if (unit === "") continue;
      const group = groups.get(unit) ?? [];
      groups.set(unit, group);
      group.push(leaf);
    }
    const units = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return units.length < 2 ? [] : units.map(([unit, members]) => ({ dimension, unit, leaves: members }));
  };
  return [
    { dimension: "total", unit: "", leaves },
    ...by("BU", ({ history }) => businessUnit.get(history.location)),
    ...by("location", ({ history }) => history.location),
    ...by("family", ({ history }) => history.facts?.Family ?? undefined),
  ];
}

export type Months = CompanyHistory["months"];
