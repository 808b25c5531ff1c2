import { code, days, defineTable, share, words } from "./define-table";

export const suppliersTable = defineTable({
  name: "Suppliers",
  summary: "One row a supplier.",
  columns: {
    Supplier: code("Supplier code", { key: true }),
    Name: words("Name"),
    Country: words("Country"),
    TTR: days("Time to recover after a stop of its plant"),
    OTIF: share("Orders on time and in full, as agreed or measured"),
    Currency: words("Currency of its prices, such as EUR"),
    OrderDays: words("Weekdays on which it takes orders, such as Tue; blank for every working day"),
  },
});
