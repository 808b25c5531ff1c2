import { code, defineTable, plain, share, words } from "./define-table";

export const customersTable = defineTable({
  name: "Customers",
  summary: "One row a customer: who is served first when stock is short.",
  columns: {
    Customer: code("Customer code", { key: true }),
    Name: words("Name"),
    Priority: plain("Rank in an allocation, 1 first", "1-9", { min: 1, max: 9 }),
    Tier: words("Tier, such as key account"),
    Floor: share("Part of each order that is promised whatever happens"),
    ServiceTerm: words("What the contract promises"),
  },
});
