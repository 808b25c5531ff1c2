import { isoTextOfSerial } from "../engine/calendar";
import { sha256 } from "../engine/math/sha256";
import { sumToTheCent } from "../engine/valuation";
import {
  journalTable,
  methodCardTable,
  nrvTestTable,
  readRows,
  reserveTable,
  runsTable,
  settingsTable,
  tieOutTable,
  valuationTable,
  type Issue,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { textOption } from "./options";
import { companySettings } from "./valuation/company-settings";
import {
  accountSettings,
  journalEntries,
  type Accounts,
  type JournalLine,
} from "./valuation/journal-entries";
import { methodCard } from "./valuation/method-card";
import {
  comparison,
  findingsOf,
  tieOutWith,
  type TieOutLine,
  type TieOutRow,
} from "./valuation/tie-out/lines";
import { moneyText } from "./valuation/tie-out/money-text";
import { valuedStock } from "./valuation/valued-stock";

export interface JournalDetails {
  readonly asOf: number;
  readonly total: number;
  readonly tieOut: readonly TieOutRow[];
  readonly findings: readonly Issue[];
}

export const journalOptions = {
  preparer: textOption("Who prepares the journal"),
  approver: textOption("Who approves it, somebody else"),
};

export const postJournal = defineAnalysis({
  id: "post-journal",
  summary:
    "Writes the month end's journal from the reserve and the tie-out, with preparer and approver, and the method card.",
  notes: [
    "The reserve's movements by location (new, released, used, currency), and what the tie-out found that the ledger has to correct: invoices it lacks, stock of vendors it holds.",
    "A journal whose preparer approves it himself, or that nobody approves, is told and stays prepared. Names of accounts come from Settings, such as Account allowance.",
  ],
  options: journalOptions,
  reads: {
    valuation: needs(valuationTable),
    reserve: needs(reserveTable),
    nrv: wants(nrvTestTable),
    before: wants(journalTable),
    card: wants(methodCardTable),
    settings: wants(settingsTable),
    runs: wants(runsTable),
    tieOut: wants(tieOutTable),
  },
  writes: [journalTable, methodCardTable, tieOutTable, runsTable],
  run: ({ tables, runId }, { preparer, approver }): AnalysisOutcome => {
    const stock = valuedStock(tables.valuation, undefined);
    const { asOf } = stock;
    const settings = companySettings(tables.settings);
    const read = readRows(reserveTable, tables.reserve.columns, tables.reserve.rows);
    const reserve = read.rows.filter(({ AsOf }) => AsOf === asOf);
    const found = tieOutRows(tables.tieOut, asOf);
    const entries = journalEntries(reserve, found, accountsBy(settings.get));
    const kept =
      tables.before === undefined
        ? []
        : readRows(journalTable, tables.before.columns, tables.before.rows).rows.filter(
            ({ Date }) => Date !== asOf,
          );
    const approved = isApproved(preparer, approver);
    const rows = entries.flatMap((lines, e) =>
      lines.map((line, l) => ({
        Entry: `ME-${monthName(asOf)}-${e + 1}`,
        Line: l + 1,
        Date: asOf,
        Account: line.account,
        Location: line.location,
        Debit: line.debit || null,
        Credit: line.credit || null,
        Text: line.text,
        Basis: line.basis,
        Preparer: preparer,
        Approver: approver,
        Status: approved ? ("approved" as const) : ("prepared" as const),
        RunId: runId,
      })),
    );
    const lines = journalLines(entries.flat(), reserve, accountsBy(settings.get), {
      preparer,
      approver,
      first: kept.length + 1,
    });
    const tieOut = lines.map(({ row }) => row);
    const total = sumToTheCent(entries.flat().map(({ debit }) => debit));
    const details: JournalDetails = { asOf, total, tieOut, findings: findingsOf(lines) };
    const method = stock.rows[0].Method ?? "FIFO";
    const standard = standardOf(tables.nrv);
    const card = methodCard({ asOf, method, standard }, tables.runs).map(({ aspect, text, source }) => ({
      AsOf: asOf,
      Aspect: aspect,
      Text: text,
      Source: source,
      RunId: runId,
    }));
    const oldCard =
      tables.card === undefined
        ? []
        : readRows(methodCardTable, tables.card.columns, tables.card.rows).rows.filter(
            ({ AsOf }) => AsOf !== asOf,
          );
    return {
      results: [
        tableRows(journalTable, [...kept, ...rows]),
        tableRows(methodCardTable, [...oldCard, ...card]),
        tieOutWith(tables.tieOut, ["journal"], tieOut, { asOf, runId }),
      ],
      issues: [...stock.issues, ...read.issues, ...settings.issues],
      summary: `${entries.length} entries of ${moneyText(total)} for ${isoTextOfSerial(asOf)}, ${approved ? `approved by ${approver}` : "not approved"}`,
      inputHash: sha256(JSON.stringify([reserve, found, preparer, approver])),
      details,
    };
  },
});

/** Two people, whatever the capitals. */
export const isApproved = (preparer: string, approver: string): boolean =>
  preparer.trim() !== "" &&
  approver.trim() !== "" &&
  preparer.trim().toLowerCase() !== approver.trim().toLowerCase();

const accountsBy = (get: (name: string) => string | undefined): Accounts =>
  Object.fromEntries(
    Object.entries(accountSettings).map(([key, [setting, otherwise]]) => [key, get(setting) ?? otherwise]),
  ) as unknown as Accounts;

const monthName = (asOf: number): string => isoTextOfSerial(asOf).slice(0, 7);

function tieOutRows(tieOut: TableContent | undefined, asOf: number): readonly TieOutRow[] {
  if (tieOut === undefined) return [];
  return readRows(tieOutTable, tieOut.columns, tieOut.rows).rows.filter(({ AsOf }) => AsOf === asOf);
}

function standardOf(nrv: TableContent | undefined): string {
  if (nrv === undefined) return "IAS2";
  return readRows(nrvTestTable, nrv.columns, nrv.rows).rows[0]?.Standard ?? "IAS2";
}

function journalLines(
  lines: readonly JournalLine[],
  reserve: readonly { readonly Prior: number | null; readonly Closing: number | null }[],
  { allowance }: Accounts,
  {
    preparer,
    approver,
    first,
  }: { readonly preparer: string; readonly approver: string; readonly first: number },
): TieOutLine[] {
  const debits = sumToTheCent(lines.map(({ debit }) => debit));
  const credits = sumToTheCent(lines.map(({ credit }) => credit));
  const booked = sumToTheCent(
    lines.filter(({ account }) => account === allowance).map(({ debit, credit }) => credit - debit),
  );
  const change = sumToTheCent(reserve.map(({ Prior, Closing }) => (Closing ?? 0) - (Prior ?? 0)));
  const two = isApproved(preparer, approver);
  const why =
    preparer.trim() === ""
      ? "nobody is named as preparer"
      : approver.trim() === ""
        ? "nobody has approved it"
        : `${approver} prepared it and approves it`;
  return [
    { row: comparison("journal", "Debits against credits", [debits, credits]) },
    { row: comparison("journal", "Change of the allowance against Reserve", [booked, change]) },
    {
      row: {
        Step: "journal",
        Line: "Prepared and approved by two people",
        State: two ? "ties" : "differs",
        Class: two ? null : "approval",
        Note: two ? `${preparer}, ${approver}` : why,
      },
      cell: lines.length === 0 ? undefined : { table: journalTable.name, row: first, column: "Approver" },
    },
  ];
}
