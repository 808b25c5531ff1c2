import * as schemas from "../../../src/workbook/tables";
import { createXlsx, type NewSheet } from "../../../src/xlsx";
import { styles } from "../styles";
import { bookLeaves, keyOf, type BookedLeaf } from "./booked-leaf";
import { countRecords } from "./counts";
import {
  demandRecords,
  lateInvoice,
  ledgerRecords,
  openOrderRecords,
  receiptRecords,
  stockRecords,
  transactionRecords,
} from "./booked-data";
import { playCompany } from "./company";
import { disposalRecords, kpiDefRecords, nrvRecords, reservePolicyRecords } from "./finance-data";
import * as master from "./master-data";
import { laneRecords, locationRecords, supplierRecords } from "./network";
import { signalRecords } from "./signals";
import { tableSheet } from "./table-sheet";
import { tourFunctions, tourSheet } from "./tour-sheet";

/** The sample company as a workbook; the results of our functions are not calculated yet. */
export function buildCompany(): Uint8Array {
  const company = playCompany();
  const leaves = bookLeaves(company);
  const late = lateInvoice(leaves);
  const demand = demandRecords(leaves, company);
  const sheets: NewSheet[] = [
    tourSheet(demand, leaves),
    tableSheet(schemas.itemsTable, master.itemRecords(company), ["ABC", "XYZ"]),
    tableSheet(schemas.demandTable, demand),
    tableSheet(schemas.signalsTable, signalRecords(company.leaves)),
    tableSheet(schemas.locationsTable, locationRecords()),
    tableSheet(schemas.lanesTable, laneRecords()),
    tableSheet(schemas.suppliersTable, supplierRecords()),
    tableSheet(schemas.contractsTable, master.contractRecords()),
    tableSheet(schemas.customersTable, master.customerRecords()),
    tableSheet(schemas.stockTable, stockRecords(leaves)),
    tableSheet(schemas.receiptsTable, receiptRecords(leaves)),
    tableSheet(schemas.openOrdersTable, openOrderRecords(leaves)),
    tableSheet(schemas.transactionsTable, transactionRecords(leaves, late)),
    tableSheet(schemas.ledgerTable, ledgerRecords(leaves, late)),
    tableSheet(schemas.policiesTable, master.policyRecords(company)),
    tableSheet(schemas.lifecycleTable, master.lifecycleRecords()),
    tableSheet(schemas.changesTable, master.changeRecords()),
    tableSheet(schemas.bomTable, master.bomRecords()),
    tableSheet(schemas.lotsTable, master.lotRecords()),
    tableSheet(schemas.nrvInputsTable, nrvRecords(leaves)),
    tableSheet(schemas.reservePolicyTable, reservePolicyRecords()),
    tableSheet(schemas.kpiDefsTable, kpiDefRecords()),
    tableSheet(schemas.countsTable, countRecords(leaves)),
    tableSheet(schemas.disposalsTable, disposalRecords()),
    warehouseSystemSheet(leaves),
    tableSheet(schemas.settingsTable, master.settingRecords()),
  ];
  return createXlsx({ sheets, styles }, tourFunctions);
}

/** The warehouse system's own count: one item in boxes, one receipt not yet booked there. */
function warehouseSystemSheet(leaves: readonly BookedLeaf[]): NewSheet {
  const rows = leaves
    .filter(({ onHand }) => onHand > 0)
    .map((leaf) => {
      const boxes = keyOf(leaf) === "FI-410@D200";
      const lagging = keyOf(leaf) === "SE-312@D100" ? 100 : 0;
      return [leaf.item.item, leaf.location, boxes ? leaf.onHand / 20 : leaf.onHand - lagging] as const;
    });
  return {
    name: "WMS",
    rows: [
      ["Item", "Location", "Qty"].map((value) => ({ value, style: "heading" })),
      ...rows.map(([item, location, quantity]) => [
        { value: item, style: "text" },
        { value: location, style: "text" },
        { value: quantity, style: "quantity" },
      ]),
    ],
    columns: [{ width: 12 }, { width: 12 }, { width: 12 }],
    freeze: { rows: 1 },
    tables: [{ name: "WMS", ref: `A1:C${rows.length + 1}` }],
  };
}
