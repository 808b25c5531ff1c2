import { BoxMultipleRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { PoliciesView } from "./PoliciesView";

export const policies = defineView({
  id: "policies",
  title: "Policies",
  icon: BoxMultipleRegular,
  summary:
    "Propose reorder points, safety stocks and lots, bound them by site, review triggers and suppliers, backtest, approve and export.",
  component: PoliciesView,
});
