import { code, date, defineTable, share, words } from "./define-table";

export const reserveOverridesTable = defineTable({
  name: "ReserveOverrides",
  summary: "One row a reserve that somebody sets by judgement instead of the policy; each needs its reason.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank for all", { key: true, required: false }),
    Percent: share("Part of the value to reserve instead of the policy's", { required: true }),
    Reason: words("Why the policy does not fit"),
    By: words("Who set it"),
    Approver: words("Who approved it, somebody else"),
    Expires: date("Last month end it holds for; blank without end"),
  },
});
