import type * as schemas from "../../../src/workbook/tables";

type RecordsOf<T> = T extends schemas.TableSchema<infer C> ? Partial<schemas.Row<C>>[] : never;

/** Rows of the sample by table, as its builders return them. */
export interface Records {
  readonly items: RecordsOf<typeof schemas.itemsTable>;
  readonly contracts: RecordsOf<typeof schemas.contractsTable>;
  readonly customers: RecordsOf<typeof schemas.customersTable>;
  readonly policies: RecordsOf<typeof schemas.policiesTable>;
  readonly lifecycle: RecordsOf<typeof schemas.lifecycleTable>;
  readonly changes: RecordsOf<typeof schemas.changesTable>;
  readonly bom: RecordsOf<typeof schemas.bomTable>;
  readonly lots: RecordsOf<typeof schemas.lotsTable>;
  readonly settings: RecordsOf<typeof schemas.settingsTable>;
  readonly suppliers: RecordsOf<typeof schemas.suppliersTable>;
  readonly locations: RecordsOf<typeof schemas.locationsTable>;
  readonly lanes: RecordsOf<typeof schemas.lanesTable>;
  readonly demand: RecordsOf<typeof schemas.demandTable>;
  readonly signals: RecordsOf<typeof schemas.signalsTable>;
  readonly receipts: RecordsOf<typeof schemas.receiptsTable>;
  readonly openOrders: RecordsOf<typeof schemas.openOrdersTable>;
  readonly transactions: RecordsOf<typeof schemas.transactionsTable>;
  readonly stock: RecordsOf<typeof schemas.stockTable>;
  readonly ledger: RecordsOf<typeof schemas.ledgerTable>;
  readonly nrvInputs: RecordsOf<typeof schemas.nrvInputsTable>;
  readonly reservePolicy: RecordsOf<typeof schemas.reservePolicyTable>;
  readonly kpiDefs: RecordsOf<typeof schemas.kpiDefsTable>;
  readonly counts: RecordsOf<typeof schemas.countsTable>;
  readonly disposals: RecordsOf<typeof schemas.disposalsTable>;
}
