import {
  consignmentTable,
  contractsTable,
  disposalOptionsTable,
  disposalPackTable,
  disposalsTable,
  dispositionsTable,
  nrvInputsTable,
  runsTable,
} from "../workbook/tables";
import { defineAnalysis, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { consignmentRows } from "./disposal/consignment-rows";
import { disposalPack } from "./disposal/disposal-pack";
import { dispositionRows } from "./disposal/disposition-rows";
import { waysOut } from "./disposal/ways-out";
import { companyOptions, companyReads, hashOf, readCompany } from "./health/company";
import { numberOption } from "./options";

const HISTORY = 24;
const YEAR = 12;

export const disposal = defineAnalysis({
  id: "disposal",
  summary:
    "Finds the best way out for excess and obsolete stock, checks the disposal pack, and weighs consignment against owning.",
  notes: [
    "Ways out are those of DisposalOptions, for the item, its family or all. Without them: a discount on the price, rework where NRVInputs has a cost of completion, scrapping.",
    "Net values are those of DISPOSE.BEST. The break-even discount is the one at which the best other way is worth as much.",
    "A disposal with a hazard may not be closed without the number of a certificate; its quantity must tie to the stock movements of its Ref.",
    "Consignment saves the carrying of the vendor's stock; against it stand the premium on a year's use and what the buy-back clause makes us buy.",
  ],
  options: {
    ...companyOptions,
    slow: numberOption("Days without an issue beyond which stock is slow", "days", 180, { min: 1 }),
    dead: numberOption("Days without an issue beyond which stock is obsolete", "days", 365, { min: 1 }),
    discount: numberOption("Share taken off the price to sell quickly", "fraction", 0.3, { min: 0, max: 1 }),
    discountMonths: numberOption("Months until units are sold at a discount", "months", 3, {
      min: 0,
      max: 60,
    }),
    scrapCost: numberOption("Cost of scrapping a unit", "money per unit", 0, { min: 0 }),
    holding: numberOption("Yearly cost of holding as a share of cost", "per year", 0.1, { min: 0, max: 5 }),
    rate: numberOption("Yearly rate at which money to come is discounted", "per year", 0.1, {
      min: 0,
      max: 5,
    }),
    carryRate: numberOption(
      "Yearly cost of own stock as a share of its value, for consignment",
      "per year",
      0.2,
      {
        min: 0,
        max: 5,
      },
    ),
    premium: numberOption("Share by which consignment is dearer", "fraction", 0, { min: 0, max: 1 }),
    buyBack: numberOption("Days after which the vendor's stock must be bought", "days", 180, { min: 1 }),
  },
  reads: {
    ...companyReads,
    disposals: wants(disposalsTable),
    ways: wants(disposalOptionsTable),
    nrvInputs: wants(nrvInputsTable),
    contracts: wants(contractsTable),
  },
  writes: [dispositionsTable, disposalPackTable, consignmentTable, runsTable],
  run: ({ tables, runId }, options): AnalysisOutcome => {
    const company = readCompany(tables, { ...options, months: HISTORY, horizon: YEAR });
    const ways = waysOut(tables.ways, tables.nrvInputs, options);
    const rows = dispositionRows(company, ways, options, runId);
    const pack = disposalPack(tables.disposals, company, runId);
    const consignment = consignmentRows(company, tables.contracts, options, runId);
    const open = pack.rows.filter(({ Verdict }) => Verdict !== "closed" && Verdict !== "may close").length;
    const money = (values: readonly (number | null)[]) =>
      Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toLocaleString("en");
    return {
      results: [
        tableRows(dispositionsTable, rows),
        tableRows(disposalPackTable, pack.rows),
        tableRows(consignmentTable, consignment.rows),
      ],
      issues: [...company.issues, ...ways.issues, ...pack.issues, ...consignment.issues],
      summary: `${rows.length} items to be rid of, ${money(rows.map(({ Cost }) => Cost))} at cost, for ${money(rows.map(({ NetValue }) => NetValue))}; ${open} of ${pack.rows.length} disposals cannot be closed`,
      inputHash: hashOf([...Object.values(tables)]),
    };
  },
});
