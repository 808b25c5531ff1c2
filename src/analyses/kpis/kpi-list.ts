import {
  daysOfSupply,
  fillRate,
  forwardCover,
  grossMarginReturn,
  inventoryTurns,
  recordAccuracy,
} from "../../engine/kpi";
import { PlanningError } from "../../engine/errors";
import type { CountedRecord } from "./counted-records";
import type { CompanyUnit, UnitFigures } from "./unit-figures";

/** Everything a KPI of a unit may need, as of the end of one month of the history. */
export interface KpiCase {
  readonly unit: CompanyUnit;
  readonly figures: UnitFigures;
  /** Index of the month in the history. */
  readonly at: number;
  /** The last month of the history: what is known of today only is known there. */
  readonly isLatest: boolean;
  readonly owner: "own" | "vendor" | "all";
  readonly tolerance: number;
  /** Records of the unit's leaves counted in the twelve months. */
  readonly counted: readonly CountedRecord[];
  /** How demand was delivered from stock, in words; undefined where no table tells it. */
  readonly fillBasis: string | undefined;
  /** What earlier stock is priced at, in words. */
  readonly costBasis: string;
}

export interface KpiValue {
  readonly value: number;
  readonly basis: string;
  readonly averaging: string;
}

export interface KpiDefinition {
  readonly name: string;
  /** Other names that KPIDefs may use; capitals and spaces do not matter. */
  readonly aliases?: readonly string[];
  readonly measure: string;
  readonly better: "up" | "down";
  /** The KPI that suffers where this one is gamed, unless KPIDefs names another. */
  readonly counterMetric: string;
  /** Of money lying at a date: it can be made to look good by dipping on that date. */
  readonly fromBalances: boolean;
  /** One sentence for the card. */
  readonly definition: string;
  /** Undefined where it does not apply; throws PlanningError where it cannot be said. */
  readonly compute: (at: KpiCase) => KpiValue | undefined;
}

const YEAR = 12;
const DAYS = 365;
/** Planners count forward cover in months of thirty days. */
const DAYS_OF_MONTH = 30;
const endOfMonth = "end of the month";

/** Indices of the twelve months up to one, as far as the history reaches; the first month of it has a balance only. */
function yearTo(at: number): { readonly first: number; readonly months: number } {
  const first = Math.max(1, at - YEAR + 1);
  return { first, months: at - first + 1 };
}

function over(values: readonly number[], at: number): { readonly sum: number; readonly months: number } {
  const { first, months } = yearTo(at);
  if (months < 1) {
    const message = "Transactions must hold at least one month of movements, got none";
    throw new PlanningError("insufficient-data", "Transactions", message);
  }
  return { sum: values.slice(first, at + 1).reduce((total, value) => total + value, 0), months };
}

/** The thirteen month ends of twelve months, as far as the history reaches. */
const balancesTo = (values: readonly number[], at: number) => values.slice(Math.max(0, at - YEAR), at + 1);
const points = (count: number) => `mean of ${count} month ends`;
const lately = (months: number) => `${months} months`;

const stockValue: KpiDefinition = {
  name: "Stock value",
  measure: "money",
  better: "down",
  counterMetric: "Fill rate",
  fromBalances: true,
  definition: "Own stock at cost. Stock of the vendor's counts 0.",
  compute: ({ figures, at, costBasis }) => ({
    value: figures.values[at],
    basis: `own stock, ${costBasis}`,
    averaging: endOfMonth,
  }),
};

const turns: KpiDefinition = {
  name: "Turns",
  aliases: ["Inventory turns", "Turnover"],
  measure: "turns a year",
  better: "up",
  counterMetric: "Fill rate",
  fromBalances: true,
  definition:
    "Cost of what was issued, at a yearly rate, over the mean of 13 month ends of own stock, both at cost.",
  compute: ({ figures, at, costBasis }) => {
    const { sum, months } = over(figures.issuedCost, at);
    const balances = balancesTo(figures.values, at);
    return {
      value: inventoryTurns(sum, balances, months),
      basis: `cost of issues of ${lately(months)} at a yearly rate; own stock, ${costBasis}`,
      averaging: points(balances.length),
    };
  },
};

const dos: KpiDefinition = {
  name: "DOS",
  aliases: ["Days of supply"],
  measure: "days",
  better: "down",
  counterMetric: "Fill rate",
  fromBalances: true,
  definition:
    "Days of supply: own stock at the end of the month over the cost of issues a day, 365 days a year.",
  compute: ({ figures, at, costBasis }) => {
    const { sum, months } = over(figures.issuedCost, at);
    return {
      value: daysOfSupply(figures.values[at], sum, (DAYS * months) / YEAR),
      basis: `cost of issues of ${lately(months)}; own stock, ${costBasis}`,
      averaging: endOfMonth,
    };
  },
};

const cover: KpiDefinition = {
  name: "Forward cover",
  aliases: ["DOS.FORWARD"],
  measure: "days",
  better: "down",
  counterMetric: "Fill rate",
  fromBalances: true,
  definition: "Days that own stock lasts against the forecast at cost, in months of 30 days.",
  compute: ({ figures, at, isLatest }) =>
    isLatest
      ? {
          value: forwardCover(figures.values[at], figures.comingCost, DAYS_OF_MONTH),
          basis: "own stock against coming demand, both at today's cost; months of 30 days",
          averaging: endOfMonth,
        }
      : undefined,
};

const gmroi: KpiDefinition = {
  name: "GMROI",
  measure: "money per money",
  better: "up",
  counterMetric: "Turns",
  fromBalances: true,
  definition:
    "Margin at list price of a year over the mean of 13 month ends of own stock at cost: items with a price.",
  compute: ({ figures, at, costBasis }) => {
    const { sum, months } = over(figures.margin, at);
    const balances = balancesTo(figures.pricedValues, at);
    return {
      value: grossMarginReturn(sum * (YEAR / months), balances),
      basis: `Items[Price] less cost, on issues of ${lately(months)} at a yearly rate; own stock of priced items, ${costBasis}`,
      averaging: points(balances.length),
    };
  },
};

const fill: KpiDefinition = {
  name: "Fill rate",
  measure: "share",
  better: "up",
  counterMetric: "Turns",
  fromBalances: false,
  definition: "Share of the units asked for that were delivered from stock. Not the cycle service level.",
  compute: ({ unit, at, fillBasis }) => {
    if (fillBasis === undefined) return undefined;
    const { first, months } = yearTo(Math.max(1, at));
    const lines = unit.leaves.flatMap(({ ordered, filled }) =>
      ordered.slice(first, at + 1).map((units, t) => ({ units, got: filled[first + t] })),
    );
    const { filled, of } = fillRate(
      { ordered: lines.map(({ units }) => units), shipped: lines.map(({ got }) => got) },
      "UNIT",
    );
    return {
      value: filled / of,
      basis: `${fillBasis}, ${lately(months)}`,
      averaging: "weighted by units",
    };
  },
};

const ira: KpiDefinition = {
  name: "IRA",
  aliases: ["Inventory record accuracy"],
  measure: "share",
  better: "up",
  counterMetric: "Count coverage",
  fromBalances: false,
  definition: "Inventory record accuracy: share of counted records within tolerance.",
  compute: ({ counted, tolerance }) => {
    if (counted.length === 0) return undefined;
    const { right, of } = recordAccuracy(
      { book: counted.map(({ book }) => book), counted: counted.map((record) => record.counted) },
      tolerance,
      "LINE",
    );
    return {
      value: right / of,
      basis: `${of} records counted in 12 months, tolerance ${percent(tolerance)}`,
      averaging: "by record",
    };
  },
};

const coverage: KpiDefinition = {
  name: "Count coverage",
  measure: "share",
  better: "up",
  counterMetric: "IRA",
  fromBalances: false,
  definition:
    "Share of own stock value whose record was counted in twelve months: counting only the easy ones shows here.",
  compute: ({ unit, figures, at, isLatest, counted }) => {
    if (!isLatest || counted.length === 0) return undefined;
    const ids = new Set(counted.map(({ id }) => id));
    const reached = unit.leaves.reduce(
      (sum, { history }) => (ids.has(history.id) ? sum + history.values[at] : sum),
      0,
    );
    return ratio(reached, figures.values[at], "stock value", "value of records counted in 12 months");
  },
};

const excess: KpiDefinition = {
  name: "Excess share",
  aliases: ["Excess"],
  measure: "share",
  better: "down",
  counterMetric: "Fill rate",
  fromBalances: true,
  definition: "Share of own stock value above twelve months of forecast.",
  compute: ({ figures, at, isLatest }) =>
    isLatest
      ? ratio(figures.excessValue, figures.values[at], "stock value", "above 12 months of forecast, at cost")
      : undefined,
};

const obsolete: KpiDefinition = {
  name: "Obsolete share",
  aliases: ["Obsolete"],
  measure: "share",
  better: "down",
  counterMetric: "Write-off share",
  fromBalances: true,
  definition: "Share of own stock value without an issue for more than a year.",
  compute: ({ figures, at }) =>
    ratio(
      figures.obsoleteValues[at],
      figures.values[at],
      "stock value",
      "no issue for over 365 days, at cost",
    ),
};

const writeOff: KpiDefinition = {
  name: "Write-off share",
  aliases: ["Write-offs"],
  measure: "share",
  better: "down",
  counterMetric: "Obsolete share",
  fromBalances: false,
  definition: "Cost scrapped in a year over the cost of issues: the quick way to fewer obsolete items.",
  compute: ({ figures, at }) => {
    const { sum, months } = over(figures.scrappedCost, at);
    return ratio(
      sum,
      over(figures.issuedCost, at).sum,
      "cost of issues",
      `scrapped in ${lately(months)}, at cost`,
    );
  },
};

const available: KpiDefinition = {
  name: "Available units",
  measure: "units",
  better: "up",
  counterMetric: "DOS",
  fromBalances: false,
  definition: "Usable units on hand. Consignment stock is available though it is not ours.",
  compute: ({ unit, isLatest, owner }) => {
    if (!isLatest) return undefined;
    const value = unit.leaves.reduce((sum, { history: { stock } }) => {
      const own = owner === "vendor" ? 0 : (stock?.ownUsable ?? 0);
      return sum + own + (owner === "own" ? 0 : (stock?.vendorUsable ?? 0));
    }, 0);
    const whose = { own: "own stock", vendor: "stock of the vendor's", all: "own and the vendor's" }[owner];
    return { value, basis: `usable units, ${whose}`, averaging: "day of Stock" };
  },
};

function ratio(part: number, whole: number, of: string, basis: string): KpiValue {
  if (whole === 0) throw new PlanningError("zero-denominator", of, `${of} must not be 0`);
  return { value: part / whole, basis: `${basis}, of ${of}`, averaging: endOfMonth };
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** Every KPI, in the order of the strip and the table. */
export const kpiList: readonly KpiDefinition[] = [
  turns,
  dos,
  cover,
  gmroi,
  fill,
  stockValue,
  excess,
  obsolete,
  writeOff,
  ira,
  coverage,
  available,
];

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The KPI of a name as people write it: Fill rate, FILLRATE, fill-rate. */
export function kpiCalled(name: string): KpiDefinition | undefined {
  const wanted = plainName(name);
  return kpiList.find((kpi) => [kpi.name, ...(kpi.aliases ?? [])].some((one) => plainName(one) === wanted));
}
