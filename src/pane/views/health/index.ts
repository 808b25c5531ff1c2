import { HeartPulseRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { HealthView } from "./HealthView";

export const health = defineView({
  id: "health",
  title: "Health",
  icon: HeartPulseRegular,
  summary:
    "Close the month: value stock, tie it to the ledger, age it, test and reserve it, write the journal.",
  component: HealthView,
});
