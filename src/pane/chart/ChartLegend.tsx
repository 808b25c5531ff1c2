import { useChartStyles } from "./chart-styles";
import { Legend } from "./Legend";

/** The lines of the forecast chart. */
export function ChartLegend() {
  const lines = useChartStyles();
  return (
    <Legend
      label="Lines of the chart"
      entries={[
        { name: "Demand", line: lines.history },
        { name: "Fit", line: lines.fit },
        { name: "Forecast", line: lines.forecast },
        { name: "90% interval", line: lines.band, areaInset: 1 },
      ]}
    />
  );
}
