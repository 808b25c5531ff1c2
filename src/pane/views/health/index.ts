import { HeartPulseRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { HealthView } from "./HealthView";

export const health = defineView({
  id: "health",
  title: "Health",
  icon: HeartPulseRegular,
  summary:
    "Turns, days of supply and other KPIs, ageing, excess and obsolete stock, why figures moved, targets, end of life; close the month: value stock, tie it, reserve it, write the journal.",
  component: HealthView,
});
