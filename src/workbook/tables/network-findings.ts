import { code, defineTable, money, oneOf, plain, words } from "./define-table";

export const networkFindings = [
  "blank name",
  "duplicate place",
  "blank end",
  "unknown place",
  "unknown item",
  "lane to itself",
  "duplicate lane",
  "no lead time",
  "negative lead time",
  "uncertain lead time",
  "cycle",
  "orphan",
  "nothing replenishes it",
  "separate network",
  "no demand",
  "not supplied",
  "against the flow",
  "no cost",
  "capacity",
  "single point of failure",
] as const;
export type NetworkFinding = (typeof networkFindings)[number];

export const networkFindingsTable = defineTable({
  name: "NetworkFindings",
  summary: "One row a fault or weak point of the network, the gravest first; written anew by each check.",
  columns: {
    Severity: oneOf("ERROR no plan can be made, WARNING something is weak or missing, INFO worth knowing", [
      "ERROR",
      "WARNING",
      "INFO",
    ]),
    Finding: oneOf("What was found", networkFindings, { key: true }),
    Location: code("Place it is about, or where the lane starts", { key: true, required: false }),
    To: code("Where the lane ends", { key: true, required: false }),
    Item: code("Item code; blank where it is about all or several", { key: true, required: false }),
    Items: plain("Items it is about", "items", { min: 0 }),
    Problem: words("What is wrong, in a sentence"),
    CutOff: words("Places of demand that are cut off when it fails"),
    MarginWeek: money("Margin at risk when it fails", "money per week"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
