import { code, date, defineTable, money, plain } from "./define-table";

export const exposureTotalsTable = defineTable({
  name: "ExposureTotals",
  summary:
    "One row a quarter end: excess of all items by risk, and the reserve. Sums of Exposure, for charts. Written by reserve.",
  columns: {
    Quarter: plain("0 is the cut-off, 1 to 4 the quarters after it", "quarters", { key: true }),
    Date: date("End of the quarter"),
    High: money("Excess at high risk: from 70 of 100 points", "money"),
    Medium: money("Excess at medium risk: from 40 points", "money"),
    Low: money("Excess at low risk", "money"),
    Excess: money("All excess", "money"),
    Reserve: money("Reserve by the policy", "money"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
