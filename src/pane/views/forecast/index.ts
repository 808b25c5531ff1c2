import { DataTrendingRegular } from "@fluentui/react-icons";
import { defineView } from "../../view";
import { ForecastView } from "./ForecastView";

export const forecast = defineView({
  id: "forecast",
  title: "Forecast",
  icon: DataTrendingRegular,
  summary:
    "Forecast all items with intervals, see why a model was chosen, how accurate it was, and at which level to forecast.",
  component: ForecastView,
});
