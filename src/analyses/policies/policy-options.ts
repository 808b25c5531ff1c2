import { demandBuckets, serialOfIsoText } from "../../engine/calendar";
import { invalidInput } from "../../engine/errors";
import { partialRules } from "../../engine/supply";
import {
  contractsTable,
  demandTable,
  forecastTable,
  itemsTable,
  policiesTable,
  receiptsTable,
  transactionsTable,
} from "../../workbook/tables";
import { needs, wants } from "../define-analysis";
import { choiceOption, numberOption, textOption } from "../options";
import { policyKinds } from "./propose-policy";
import { targetTypes } from "./target-rows";

/** What parameters are made of. */
export const policyReads = {
  items: needs(itemsTable),
  demand: needs(demandTable),
  forecast: wants(forecastTable),
  receipts: wants(receiptsTable),
  contracts: wants(contractsTable),
  policies: wants(policiesTable),
  transactions: wants(transactionsTable),
};

export const policyOptions = {
  bucket: choiceOption("Day, ISO week, month or quarter", demandBuckets, "M"),
  history: numberOption("Buckets of history that are used", "buckets", 36, {
    min: 3,
    max: 520,
    integer: true,
  }),
  targetType: choiceOption(
    "Service that target means where Policies has none: cycle service level or fill rate",
    targetTypes,
    "FILL",
  ),
  target: numberOption("Service target where Policies has none", "fraction", 0.95, {
    above: 0,
    max: 0.999999,
  }),
  policy: choiceOption("Policy where Policies has none", policyKinds, "sQ"),
  review: numberOption("Days between reviews where Policies has none; 0 continuous", "days", 0, {
    min: 0,
    max: 366,
  }),
  orderCost: numberOption("Cost of one order", "money", 50, { above: 0 }),
  carryRate: numberOption("Cost of carrying one money unit of stock for a year", "fraction", 0.2, {
    above: 0,
    max: 5,
  }),
  receipts: numberOption(
    "Receipts from which they decide the lead time, instead of the contract",
    "receipts",
    5,
    {
      min: 1,
      max: 1000,
      integer: true,
    },
  ),
  partial: choiceOption(
    "A line received in parts counts at its first, last, or mean by quantity",
    partialRules,
    "QTY",
  ),
  leadTime: numberOption(
    "Lead time in days where receipts, Contracts and Items do not tell it; 0: it must be known",
    "days",
    0,
    { min: 0, max: 3660 },
  ),
  workdays: numberOption("Working days a week in which lead times are counted; 0 calendar days", "days", 0, {
    min: 0,
    max: 7,
    integer: true,
  }),
  asOf: textOption("Today, such as 2026-03-31; where it is blank every bucket with demand counts as over"),
};

/** Options as they are typed, with the date read. */
export function policyRules<
  T extends { readonly asOf: string; readonly targetType: "CSL" | "FILL"; readonly target: number },
>({ asOf, targetType, target, ...rules }: T) {
  return { ...rules, asOf: serialOf(asOf), otherwise: { type: targetType, level: target } };
}

function serialOf(asOf: string): number {
  if (asOf.trim() === "") return Infinity;
  const serial = serialOfIsoText(asOf);
  if (serial === undefined) throw invalidInput("asOf", "must be a date such as 2026-03-31", asOf);
  return serial;
}
