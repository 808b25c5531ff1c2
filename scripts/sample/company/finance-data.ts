import { closing, serial } from "./calendar";
import type { BookedLeaf } from "./booked-leaf";
import { cents, companyItems } from "./items";
import type { Records } from "./records";

/** Evidence of what items will bring: price list, offers, a firm contract, and one item that sells below its cost. */
export function nrvRecords(leaves: readonly BookedLeaf[]): Records["nrvInputs"] {
  return companyItems
    .filter((item) => leaves.some((leaf) => leaf.item === item && leaf.onHand > 0))
    .filter(
      (item) => ["Pumps", "Motors", "Electronics"].includes(item.family) || item.item.startsWith("SP-61"),
    )
    .map(({ item, price, cost }) => {
      const sinks = item === "EL-502" ? 0.82 : item === "EL-506" ? 1.02 : item === "MO-202" ? 0.9 : undefined;
      return {
        Item: item,
        Price: sinks === undefined ? price : cents(cost * sinks),
        Completion: item.startsWith("PU") ? cents(cost * 0.02) : 0,
        Selling: cents(cost * 0.05),
        ContractQty: item === "EL-502" ? 20 : null,
        ContractPrice: item === "EL-502" ? cents(cost * 1.25) : null,
        PriorWritedown: item === "MO-201" ? 120 : item === "MO-202" ? 150 : null,
        AsOf: closing,
        Evidence: sinks === undefined ? "price list 2026-10" : "sales of November 2026",
      };
    });
}

/** Months of cover, as the auditors know it from last year. */
export function reservePolicyRecords(): Records["reservePolicy"] {
  const tiers = [
    [6, 0.05],
    [9, 0.15],
    [12, 0.3],
    [18, 0.5],
    [24, 0.8],
  ];
  return [
    ...tiers.map(([Months, Percent]) => ({ Type: null, Measure: "cover" as const, Months, Percent })),
    ...[
      [9, 0.25],
      [12, 0.5],
      [18, 1],
    ].map(([Months, Percent]) => ({ Type: "Electronics", Measure: "cover" as const, Months, Percent })),
  ];
}

export function kpiDefRecords(): Records["kpiDefs"] {
  const at = { Averaging: "13 month ends", CurrencyDate: "month end" };
  return [
    {
      KPI: "Turns",
      Owner: "Supply chain",
      CounterMetric: "Fill rate",
      Basis: "own stock at cost",
      Better: "up",
      Target: 7,
      ...at,
    },
    {
      KPI: "DOS",
      Owner: "Supply chain",
      CounterMetric: "Fill rate",
      Basis: "own stock at cost",
      Better: "down",
      Target: 50,
      ...at,
    },
    {
      KPI: "GMROI",
      Owner: "Sales",
      CounterMetric: "Excess share",
      Basis: "margin over stock at cost",
      Better: "up",
      Target: 4,
      ...at,
    },
    {
      KPI: "Fill rate",
      Owner: "Customer service",
      CounterMetric: "DOS",
      Basis: "units, by requested date",
      Better: "up",
      Target: 0.97,
      ...at,
    },
    {
      KPI: "Excess share",
      Owner: "Purchasing",
      CounterMetric: "GMROI",
      Basis: "own stock above 12 months of forecast",
      Better: "down",
      Target: 0.05,
      ...at,
    },
    {
      KPI: "IRA",
      Owner: "Warehouse",
      Basis: "lines",
      CounterMetric: null,
      Better: "up",
      Target: 0.98,
      ...at,
    },
  ];
}

/** The flammable lot has no certificate yet, so its disposal cannot be closed. */
export function disposalRecords(): Records["disposals"] {
  const by = { Location: "D100", Route: "scrap" as const, Date: serial(2026, 10, 20), Preparer: "M. Keller" };
  return [
    {
      Id: "DP-041",
      Item: "CH-701",
      Lot: "701-2601",
      Qty: 12,
      Weight: 14,
      Ref: "SC001",
      Certificate: "CD-2231",
      Approver: "A. Roth",
      Status: "closed",
      ...by,
    },
    {
      Id: "DP-042",
      Item: "CH-702",
      Lot: "702-2601",
      Qty: 8,
      Weight: 9,
      Hazard: "3 flammable",
      Ref: "SC002",
      Status: "approved",
      Approver: "A. Roth",
      ...by,
    },
    {
      Id: "DP-039",
      Item: "EL-506",
      Qty: 4,
      Weight: 3,
      Ref: "SC003",
      Certificate: "CD-2198",
      Approver: "A. Roth",
      Status: "closed",
      ...by,
      Location: "D200",
      Date: serial(2026, 7, 7),
    },
  ];
}
