import { code, date, days, defineTable, flag, money, units, words } from "./define-table";

export const contractsTable = defineTable({
  name: "Contracts",
  summary: "One row a supplier and item: what was agreed on time, price and lots.",
  columns: {
    Supplier: code("Supplier code", { key: true }),
    Item: code("Item code", { key: true }),
    LeadTime: days("Agreed lead time, calendar days"),
    Price: money("Agreed price", "money per unit"),
    MOQ: units("Smallest order the supplier takes"),
    Multiple: units("Pack size: orders are a multiple of it"),
    Truck: units("What a full truck or container of it holds; orders are rounded up to full ones"),
    ValidFrom: date("First day of the agreement; blank for always"),
    ValidTo: date("Last day of the agreement; blank for open end"),
    Consignment: flag("The stock stays the supplier's until it is used"),
    Breaks: words("Prices of larger orders, such as 100: 9.50; 500: 9.00"),
  },
});
