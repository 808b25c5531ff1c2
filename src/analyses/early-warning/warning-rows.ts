import { isoTextOfSerial } from "../../engine/calendar";
import { defaultRiskWeights } from "../../engine/valuation";
import { warningsTable, type Row } from "../../workbook/tables";
import type { Company } from "../health/company";
import type { OpenPurchase } from "../health/open-purchases";
import type { TouchedItem } from "./change-exposure";
import { signsAt, type LeafRecord, type Signs } from "./item-signs";

type WarningRow = Row<typeof warningsTable.columns>;

export interface Seen {
  readonly company: Company;
  readonly records: readonly LeafRecord[];
  readonly purchases: readonly OpenPurchase[];
  /** Day of the warnings, an Excel serial. */
  readonly today: number;
  readonly runId: string;
}

const YEAR = 12;
const ORDERS_TOLD = 4;
/** Signs that are worth a word. */
const worthTelling = { cover: 12, endless: 99, trend: -0.1, age: 180 };

/** One warning an item that a change leaves with more stock and open orders than it will need; of several changes the worst. */
export function changeWarnings(touched: readonly TouchedItem[], seen: Seen): WarningRow[] {
  const worst = new Map<string, TouchedItem>();
  for (const one of touched) {
    const known = worst.get(one.item);
    if (known === undefined || one.needed < known.needed) worst.set(one.item, one);
  }
  return [...worst.values()].flatMap((one) => {
    const records = seen.records.filter(({ leaf }) => leaf.item === one.item);
    const orders = seen.purchases.filter(({ item }) => item === one.item);
    const signs = records.map((record) => signsNow(record, seen)).filter((found) => found !== undefined);
    const gravest = signs.sort((a, b) => b.risk - a.risk)[0] as Signs | undefined;
    const row = warningRow(records, orders, one.needed, seen);
    if (row.Stranded <= 0) return [];
    return [
      {
        ...row,
        Item: one.item,
        Location: null,
        Risk: gravest?.risk ?? null,
        Signs: [changeTold(one), ...signsTold(gravest)].join("; "),
        ECO: one.change.ECO,
        Through: one.through.length > 0 ? one.through.join(", ") : null,
        Effective: one.change.Effective,
      },
    ];
  });
}

/** One warning an item at a place whose risk is at or above the threshold. */
export function riskWarnings(seen: Seen, threshold: number, told: ReadonlySet<string | null>): WarningRow[] {
  return seen.records.flatMap((record) => {
    const { item, location } = record.leaf;
    const signs = told.has(item) ? undefined : signsNow(record, seen);
    if (signs === undefined || signs.risk < threshold) return [];
    const orders = seen.purchases.filter((order) => order.item === item && order.location === location);
    const coming = seen.company.demand.of(item, location).coming.slice(0, YEAR);
    const year = coming.reduce((sum, units) => sum + units, 0);
    return [
      {
        ...warningRow([record], orders, year, seen),
        Item: item,
        Location: location,
        Risk: signs.risk,
        Signs: signsTold(signs).join("; "),
        ECO: null,
        Through: null,
        Effective: null,
      },
    ];
  });
}

function signsNow(record: LeafRecord, { company }: Seen): Signs | undefined {
  const { months } = company.history;
  const coming = company.demand.of(record.leaf.item, record.leaf.location).coming.slice(0, YEAR);
  const ahead = coming.length === 0 ? 0 : coming.reduce((sum, units) => sum + units, 0) / coming.length;
  return signsAt(record, months.length - 1, months, defaultRiskWeights, ahead);
}

function warningRow(
  records: readonly LeafRecord[],
  orders: readonly OpenPurchase[],
  needed: number,
  { today, runId }: Seen,
) {
  const stock = records.reduce((sum, { leaf }) => sum + Math.max(0, leaf.units.at(-1) ?? 0), 0);
  const onOrder = orders.reduce((sum, { quantity }) => sum + quantity, 0);
  const stranded = Math.max(0, stock + onOrder - needed);
  const cost = records.find(({ leaf }) => !Number.isNaN(leaf.unitCost))?.leaf.unitCost ?? 0;
  const latest = [...orders].sort((a, b) => b.due - a.due).map(({ order }) => order);
  return {
    Date: today,
    Stock: stock,
    OnOrder: onOrder,
    Needed: needed,
    Stranded: stranded,
    Money: stranded * cost,
    Cancel: Math.min(stranded, onOrder) * cost,
    Orders: latest.slice(0, ORDERS_TOLD).join(", ") + (latest.length > ORDERS_TOLD ? ", ..." : ""),
    RunId: runId,
  };
}

function changeTold({ change, through }: TouchedItem): string {
  const verb = { replace: "replaces", remove: "removes", rework: "reworks", add: "adds" }[
    change.Kind ?? "add"
  ];
  const what = through.length === 0 ? "it" : `its parent ${through.join(", ")}`;
  return `${change.ECO} ${verb} ${what} on ${isoTextOfSerial(change.Effective ?? 0)}`;
}

function signsTold(signs: Signs | undefined): string[] {
  if (signs === undefined) return [];
  const { cover, trend, age, stage, replaced } = signs;
  const told: string[] = [];
  if (cover >= worthTelling.endless) told.push("nothing asks for it");
  else if (cover >= worthTelling.cover) told.push(`${cover.toFixed(0)} months of cover`);
  if (trend <= worthTelling.trend) told.push(`demand falls by ${(-100 * trend).toFixed(0)}% a year`);
  if (age >= worthTelling.age) told.push(`${age.toFixed(0)} days old on average`);
  if (stage === "Decline" || stage === "EOL" || stage === "Inactive") told.push(`stage ${stage}`);
  if (replaced) told.push("replaced");
  return told;
}
