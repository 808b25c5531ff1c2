import { code, date, defineTable, oneOf, plain, words } from "./define-table";

export const bridgeTable = defineTable({
  name: "Bridge",
  summary:
    "One row a step of the bridge from one date to another: start, what each driver moved, end. Start and drivers add up to the end. Written by bridge.",
  columns: {
    Figure: oneOf("What moved", ["Stock value", "Turns"], { key: true }),
    Step: plain("Order of the steps, 0 for the start", "number", { key: true, required: true }),
    Driver: words("Start, a driver or End", { required: true }),
    Effect: plain("What it moved; the figure itself for Start and End", "as the figure", {
      required: true,
      format: "#,##0.00##",
    }),
    Running: plain("The figure after this step", "as the figure", { format: "#,##0.00##" }),
    Owner: words("Who answers for the driver"),
    Items: words("Items that moved most by it"),
    Basis: words("How it was measured"),
    From: date("First date"),
    To: date("Second date"),
    Method: oneOf("One driver after the other, or the mean of all orders", ["SEQ", "SHAPLEY"]),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
