import { isoTextOfSerial } from "../engine/calendar";
import { PlanningError } from "../engine/errors";
import { sha256 } from "../engine/math/sha256";
import { sumToTheCent } from "../engine/valuation";
import {
  itemsTable,
  nrvInputsTable,
  nrvTestTable,
  ratesTable,
  readRows,
  runsTable,
  settingsTable,
  tieOutTable,
  valuationTable,
  type Issue,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { choiceOption, flagOption } from "./options";
import { companySettings, currencySetting } from "./valuation/company-settings";
import { ExchangeRates } from "./valuation/exchange-rates";
import { itemLives } from "./valuation/item-life";
import { testItem, type NrvPart, type NrvStandard } from "./valuation/nrv-item";
import { readNrvInputs, type NrvEvidence } from "./valuation/read-nrv-inputs";
import {
  comparison,
  findingsOf,
  tieOutWith,
  type TieOutLine,
  type TieOutRow,
} from "./valuation/tie-out/lines";
import { moneyText, unitsText } from "./valuation/tie-out/money-text";
import { rowsByItem, total, valuedStock } from "./valuation/valued-stock";

export interface NrvDetails {
  readonly asOf: number;
  readonly writeDown: number;
  readonly reversal: number;
  readonly tieOut: readonly TieOutRow[];
  readonly findings: readonly Issue[];
}

interface Tested {
  readonly item: string;
  readonly parts: readonly NrvPart[];
  readonly evidence: string;
  readonly note: string;
}

export const testNrv = defineAnalysis({
  id: "test-nrv",
  summary:
    "Tests stock for net realisable value, item by item, units under contract apart, reversals capped.",
  notes: [
    "Reads what value-stock wrote, and NRVInputs. Net realisable value is price less completion less all costs to sell (IAS 2.6); units under a firm contract take its price (IAS 2.31).",
    "A value that recovers is taken back under IAS2, at most what was written down before (IAS 2.33); under ASC330 it is not (330-10-35-14).",
    "Netting within a class is refused, as an option and as a row of NRVInputs (IAS 2.29).",
  ],
  options: {
    standard: choiceOption("Rule for a value that recovers", ["IAS2", "ASC330"], "IAS2"),
    level: choiceOption("What is compared: each item", ["ITEM", "CLASS"], "ITEM"),
    listPrice: flagOption("An item without a row in NRVInputs is tested at Items[Price]", true),
  },
  reads: {
    valuation: needs(valuationTable),
    inputs: wants(nrvInputsTable),
    items: wants(itemsTable),
    before: wants(nrvTestTable),
    rates: wants(ratesTable),
    settings: wants(settingsTable),
    tieOut: wants(tieOutTable),
  },
  writes: [nrvTestTable, tieOutTable, runsTable],
  run: ({ tables, runId }, { standard, level, listPrice }): AnalysisOutcome => {
    if (level === "CLASS")
      throw new PlanningError(
        "invalid-input",
        "level",
        "level must be ITEM: a gain on one item of a class never covers a loss on another (IAS 2.29; ASC 330-10-35-8 for what differs)",
      );
    const stock = valuedStock(tables.valuation, undefined);
    const { asOf } = stock;
    const settings = companySettings(tables.settings);
    const rates = new ExchangeRates(settings.get(currencySetting) ?? "", tables.rates);
    const lives = itemLives(tables.items, undefined);
    const items = rowsByItem(stock.rows);
    const inputs = readNrvInputs(tables.inputs, lives.families, (item) => items.has(item), rates, asOf);
    const booked = priorByItem(tables.before, asOf);
    const tested: Tested[] = [];
    const untested: { readonly item: string; readonly cost: number; readonly row: number }[] = [];
    for (const [item, rows] of items) {
      const quantity = total(rows, ({ Qty }) => Qty);
      const cost = sumToTheCent(rows.map(({ Value }) => Value ?? 0));
      if (quantity <= 0) continue;
      const given = inputs.byItem.get(item);
      const price = lives.of(item).price;
      const input =
        given?.input ??
        (listPrice && price !== undefined
          ? { price, completion: 0, selling: 0, contractQuantity: 0, contractPrice: 0 }
          : undefined);
      if (input === undefined) {
        untested.push({ item, cost, row: rows[0].row });
        continue;
      }
      const prior = given?.prior ?? booked.get(item) ?? 0;
      tested.push({
        item,
        parts: testItem({ quantity, cost }, input, prior, standard),
        evidence: given?.evidence ?? "Items[Price]",
        note: noteOf(given, quantity, asOf),
      });
    }
    const parts = tested.flatMap((each) => each.parts);
    const sum = (of: (part: NrvPart) => number) => sumToTheCent(parts.map(of));
    const lines = tieOutLines(
      parts,
      stock.rows.map(({ Value }) => Value ?? 0),
      untested,
      standard,
    );
    const tieOut = lines.map(({ row }) => row);
    const [writeDown, reversal] = [sum((part) => part.writeDown), sum((part) => part.reversal)];
    const details: NrvDetails = { asOf, writeDown, reversal, tieOut, findings: findingsOf(lines) };
    return {
      results: [
        tableRows(
          nrvTestTable,
          tested.flatMap((each) => testRows(each, asOf, standard, runId)),
        ),
        tieOutWith(tables.tieOut, ["nrv"], tieOut, { asOf, runId }),
      ],
      issues: [...stock.issues, ...inputs.issues, ...rates.issues, ...settings.issues],
      summary: `${tested.length.toLocaleString("en")} items tested at ${isoTextOfSerial(asOf)}: write-down ${moneyText(writeDown)}, reversal ${moneyText(reversal)}${untested.length === 0 ? "" : `; ${untested.length} items have no price`}`,
      inputHash: sha256(JSON.stringify([stock.rows, [...inputs.byItem], [...booked]])),
      details,
    };
  },
});

function testRows(
  { item, parts, evidence, note }: Tested,
  asOf: number,
  standard: NrvStandard,
  runId: string,
) {
  return parts.map((part) => ({
    Item: item,
    Part: part.part,
    AsOf: asOf,
    Standard: standard,
    Qty: part.quantity,
    UnitCost: part.cost / part.quantity,
    Cost: part.cost,
    NRV: part.netRealisable,
    Needed: part.needed,
    Prior: part.prior,
    WriteDown: part.writeDown,
    Reversal: part.reversal,
    Carrying: part.carrying,
    Evidence: evidence,
    Note: note,
    RunId: runId,
  }));
}

function noteOf(given: NrvEvidence | undefined, quantity: number, asOf: number): string {
  const notes: string[] = [];
  if (given === undefined) return "at the list price, no cost to sell known";
  const { input, day } = given;
  if (input.contractQuantity > quantity)
    notes.push(
      `contracts take ${unitsText(input.contractQuantity - quantity)} more than there are: see IAS 37 if they lose money`,
    );
  if (day !== null && day > asOf) notes.push("later evidence of conditions at the cut-off (IAS 2.30)");
  if (day !== null && asOf - day > 365) notes.push("evidence is older than a year");
  return notes.join("; ");
}

/** Write-downs that stood after the test of an earlier month end. */
function priorByItem(before: TableContent | undefined, asOf: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (before === undefined) return found;
  for (const row of readRows(nrvTestTable, before.columns, before.rows).rows) {
    if (row.AsOf === null || row.AsOf >= asOf) continue;
    const stood = (row.Prior ?? 0) + (row.WriteDown ?? 0) - (row.Reversal ?? 0);
    found.set(row.Item as string, sumToTheCent([found.get(row.Item as string) ?? 0, stood]));
  }
  return found;
}

function tieOutLines(
  parts: readonly NrvPart[],
  values: readonly number[],
  untested: readonly { readonly item: string; readonly cost: number; readonly row: number }[],
  standard: NrvStandard,
): TieOutLine[] {
  const sum = (of: (part: NrvPart) => number) => sumToTheCent(parts.map(of));
  const stays = (part: NrvPart) => part.prior + part.writeDown - part.reversal;
  const rule = standard === "IAS2" ? "IAS 2.33" : "ASC 330-10-35-14";
  return [
    {
      row: comparison(
        "nrv",
        "Cost tested against Valuation",
        [sum(({ cost }) => cost), sumToTheCent(values)],
        {
          Class: untested.length === 0 ? null : "no price",
          Note: untested.length === 0 ? null : `${untested.length} items have no price`,
        },
      ),
    },
    {
      row: comparison("nrv", "Carrying value against cost less write-downs", [
        sum(({ carrying }) => carrying),
        sum((part) => part.cost - stays(part)),
      ]),
    },
    {
      row: comparison("nrv", `Reversals above what was written down before (${rule})`, [
        sum(({ reversal, prior }) => Math.max(0, reversal - prior)),
        0,
      ]),
    },
    ...untested.map(({ item, cost, row }): TieOutLine => ({
      row: {
        Step: "nrv",
        Line: "Item that was not tested",
        Item: item,
        Ours: 0,
        Theirs: cost,
        Difference: -cost,
        State: "differs",
        Class: "no price",
        Note: `${item} has no price in NRVInputs or Items`,
      },
      cell: { table: valuationTable.name, row, column: "Item" },
    })),
  ];
}
