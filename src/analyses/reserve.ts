import { daysPerMonth, isoTextOfSerial } from "../engine/calendar";
import { sha256 } from "../engine/math/sha256";
import { toTheCent } from "../engine/valuation";
import {
  changesTable,
  demandTable,
  exposureTable,
  exposureTotalsTable,
  forecastTable,
  itemsTable,
  layersTable,
  lifecycleTable,
  locationsTable,
  nrvTestTable,
  ratesTable,
  readRows,
  reserveOverridesTable,
  reservePolicyTable,
  reserveTable,
  runsTable,
  settingsTable,
  tieOutTable,
  valuationTable,
  type Issue,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { exposureTotals } from "./health-lists/chart-totals";
import { narrowed } from "./narrowed-schema";
import { choiceOption } from "./options";
import { riskOf } from "./valuation/age-place";
import { companySettings, currencySetting } from "./valuation/company-settings";
import { daysFrom } from "./valuation/cut-off";
import { demandTrends } from "./valuation/demand-trend";
import { ExchangeRates } from "./valuation/exchange-rates";
import { expectedDemand } from "./valuation/expected-issues";
import { exposureOf } from "./valuation/exposure";
import { monthsOfCover } from "./valuation/cover";
import { itemLives } from "./valuation/item-life";
import { reserveHistory } from "./valuation/reserve-history";
import { policyReserve, readReserveOverrides, readReservePolicy } from "./valuation/reserve-policy";
import { nrvNeeds, sharedByValue } from "./valuation/nrv-needs";
import { reserveLines } from "./valuation/reserve-lines";
import { cells, exposureRows, reservesOfNothing, totalOf, type Reserved } from "./valuation/reserved";
import { rollForward, type RolledReserve } from "./valuation/roll-forward";
import { findingsOf, tieOutWith, type TieOutRow } from "./valuation/tie-out/lines";
import { moneyText } from "./valuation/tie-out/money-text";
import { rowsByItem, valuedStock, type LayerRow, type ValuedRow } from "./valuation/valued-stock";

export interface ReserveDetails extends RolledReserve {
  readonly asOf: number;
  readonly tieOut: readonly TieOutRow[];
  readonly findings: readonly Issue[];
}

export const reserve = defineAnalysis({
  id: "reserve",
  summary:
    "Reserve for excess and obsolete stock by policy and NRV test, rolled forward from the month end before, and exposure for four quarters.",
  notes: [
    "The policy's tiers go by months of cover, of age (each layer its own) or since the last issue; the NRV test of the item is the least that is reserved, unless basis says otherwise (IAS 2.9, 2.29).",
    "An override needs a reason and an approver other than who set it, and never takes a reserve below what the NRV test needs. OBSRISK stands beside every reserve.",
    "Prior + Currency - Used - Released + New = Closing. Under ASC330 nothing is released while the units are there (330-10-35-14).",
    "Exposure: what is left at the ends of the next four quarters if demand comes as forecast and nothing is bought, and the reserve that will then be due.",
  ],
  options: {
    basis: choiceOption(
      "What is reserved: the larger of both, the policy, or the NRV test",
      ["LARGER", "POLICY", "NRV"],
      "LARGER",
    ),
    standard: choiceOption("Rule for a reserve that is too large", ["IAS2", "ASC330"], "IAS2"),
    coverBy: choiceOption(
      "Months of cover by location, or by the item at all",
      ["LOCATION", "ITEM"],
      "LOCATION",
    ),
  },
  reads: {
    valuation: needs(valuationTable),
    layers: needs(layersTable),
    policy: needs(reservePolicyTable),
    nrv: wants(nrvTestTable),
    overrides: wants(reserveOverridesTable),
    before: wants(reserveTable),
    forecast: wants(forecastTable),
    demand: wants(demandTable),
    items: wants(itemsTable),
    lifecycle: wants(lifecycleTable),
    changes: wants(changesTable),
    locations: wants(locationsTable),
    rates: wants(ratesTable),
    settings: wants(settingsTable),
    tieOut: wants(tieOutTable),
  },
  writes: [reserveTable, exposureTable, exposureTotalsTable, tieOutTable, runsTable],
  run: ({ tables, runId }, { basis, standard, coverBy }): AnalysisOutcome => {
    const stock = valuedStock(tables.valuation, tables.layers);
    const { asOf } = stock;
    const policy = readReservePolicy(tables.policy);
    const overrides = readReserveOverrides(tables.overrides, asOf);
    const history = reserveHistory(tables.before, asOf);
    const settings = companySettings(tables.settings);
    const rates = new ExchangeRates(settings.get(currencySetting) ?? "", tables.rates);
    const units = placeCurrencies(tables.locations);
    const lives = itemLives(tables.items, tables.lifecycle);
    const expecting = expectedDemand(tables, stock, coverBy);
    const trendOf = demandTrends(tables.demand, asOf);
    const nrv = nrvNeeds(tables.nrv, asOf);
    const reserved: Reserved[] = [];
    for (const [item, rows] of rowsByItem(stock.rows)) {
      const life = lives.of(item);
      const trend = trendOf(item, rows);
      const leasts = sharedByValue(nrv.needed.get(item) ?? 0, rows);
      const written = sharedByValue(nrv.prior.get(item) ?? 0, rows);
      rows.forEach((row, i) => {
        const location = row.Location ?? "";
        const layers = stock.layers.get(row.id) ?? [];
        const expected = expecting.of(row, rows);
        const value = row.Value ?? 0;
        const cover = monthsOfCover(expected.quantity, expected.demand);
        const idle = idleDays(row, layers, asOf);
        const byPolicy = policyReserve(policy, {
          type: life.family,
          value,
          cover,
          idle: idle / daysPerMonth,
          layers,
        });
        const override = value > 0 ? overrides.of(item, location) : undefined;
        const least = leasts[i];
        const set = override === undefined ? byPolicy.amount : toTheCent(value * override.share);
        const needed =
          basis === "NRV" && override === undefined ? least : basis === "POLICY" ? set : Math.max(set, least);
        const unit = units.get(location) ?? "";
        const rate = rates.on(unit, asOf) ?? 1;
        const quantity = row.Qty ?? 0;
        // In the first month here the reserve before is what the test knows of earlier write-downs.
        const before =
          history.day === undefined ? { amount: written[i], quantity, rate } : history.prior.get(row.id);
        const stayed = history.day === undefined ? quantity : stayedUnits(layers, history.day);
        const rolled = rollForward(before, stayed, Math.min(needed, Math.max(0, value)), {
          rate,
          reverses: standard === "IAS2",
        });
        if (value === 0 && rolled.prior === 0) return;
        const notes = [
          override !== undefined && set < least && basis !== "POLICY"
            ? ["the NRV test needs more than the override"]
            : [],
          standard === "ASC330" && rolled.closing > needed
            ? ["more than is needed now, and not reversed"]
            : [],
        ].flat();
        reserved.push({
          rolled,
          exposure: exposureOf(row, layers, { expected, trend, idle, life, policy, asOf }),
          row: {
            AsOf: asOf,
            Item: item,
            Location: location,
            Qty: row.Qty,
            Value: value,
            Measure: byPolicy.measure,
            Months: byPolicy.measure === null ? null : byPolicy.months,
            Percent: byPolicy.share,
            Policy: byPolicy.amount,
            NRV: least,
            Override: override?.share ?? null,
            Reason: override?.reason ?? null,
            Risk: quantity > 0 ? riskOf({ age: idle, cover, trend, life }) : null,
            ...cells(rolled),
            Unit: unit,
            Rate: rate,
            Note: notes.join("; "),
            RunId: runId,
          },
        });
      });
    }
    reserved.push(...reservesOfNothing(history, stock.rows, { asOf, runId, rates, units }));
    const lines = reserveLines(reserved, stock.rows, history, nrv);
    const tieOut = lines.map(({ row }) => row);
    const totals = totalOf(reserved);
    const exposure = reserved.flatMap((each) => exposureRows(each, runId));
    const details: ReserveDetails = { asOf, ...totals, tieOut, findings: findingsOf(lines) };
    return {
      results: [
        tableRows(reserveTable, [...history.kept, ...reserved.map(({ row }) => row)]),
        tableRows(exposureTable, exposure),
        tableRows(exposureTotalsTable, exposureTotals(exposure, runId)),
        tieOutWith(tables.tieOut, ["reserve"], tieOut, { asOf, runId }),
      ],
      issues: [
        ...stock.issues,
        ...policy.issues,
        ...overrides.issues,
        ...history.issues,
        ...rates.issues,
        ...expecting.issues,
        ...lives.issues,
      ],
      summary: `reserve ${moneyText(totals.closing)} at ${isoTextOfSerial(asOf)}: before ${moneyText(totals.prior)}, currency ${moneyText(totals.currency)}, used ${moneyText(totals.used)}, released ${moneyText(totals.released)}, new ${moneyText(totals.added)}`,
      inputHash: sha256(
        JSON.stringify([
          stock.rows,
          [...stock.layers],
          [...policy.tiers],
          [...history.prior],
          [...nrv.needed],
          tables.overrides?.rows ?? [],
          tables.forecast?.rows ?? [],
        ]),
      ),
      details,
    };
  },
});

/** Days since the last issue, or since the oldest receipt where there was none. */
function idleDays(row: ValuedRow, layers: readonly LayerRow[], asOf: number): number {
  const since = row.LastIssue ?? layers[0]?.Date ?? asOf;
  return Math.max(0, daysFrom(since, asOf));
}

/** Units that came in by the month end before: under first in, first out what was there then is what is there of those. */
function stayedUnits(layers: readonly LayerRow[], day: number | undefined): number {
  if (day === undefined) return 0;
  return layers.reduce((sum, { Date, Qty }) => (Date !== null && Date <= day ? sum + (Qty ?? 0) : sum), 0);
}

const currencyColumns = narrowed(locationsTable, ["Location", "Currency"]);

function placeCurrencies(locations: TableContent | undefined): ReadonlyMap<string, string> {
  if (locations === undefined) return new Map();
  const { rows } = readRows(currencyColumns, locations.columns, locations.rows);
  return new Map(rows.map(({ Location, Currency }) => [Location as string, Currency ?? ""]));
}
