import { code, date, defineTable, plain } from "./define-table";

export const ratesTable = defineTable({
  name: "Rates",
  summary: "One row a currency and the day from which a rate of exchange holds.",
  columns: {
    Currency: code("Currency, such as USD", { key: true }),
    Date: date("Day from which it holds", { key: true }),
    Rate: plain("Company currency for one unit of it", "rate", { required: true, min: 0 }),
  },
});
