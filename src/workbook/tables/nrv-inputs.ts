import { code, date, defineTable, money, units, words } from "./define-table";

export const nrvInputsTable = defineTable({
  name: "NRVInputs",
  summary: "One row an item: what it will bring, and what it still costs to bring it.",
  columns: {
    Item: code("Item code", { key: true }),
    Price: money("Expected sales price", "money per unit"),
    Completion: money("Cost to complete", "money per unit"),
    Selling: money("All costs necessary to sell", "money per unit"),
    ContractQty: units("Quantity sold under firm contracts"),
    ContractPrice: money("Price of those contracts", "money per unit"),
    PriorWritedown: money("Write-down booked before and not yet reversed", "money"),
    AsOf: date("Date of the evidence"),
    Currency: code("Currency of the prices and costs; blank for the company's"),
    Evidence: words("Where the price comes from: price list, sale after the month's end, offer"),
  },
});
