export { type AutoChoice, type AutoForecast, autoForecast } from "./auto-forecast";
export { forecastBy, type ForecastModel, forecastModels, type ModelForecast } from "./by-model";
export { type AutoMetric, autoMetrics, type Contestant } from "./contest";
export { type History, type HistoryKind, readHistory } from "./history";
export { backtestBy } from "./backtest";
export { forecastTable, type TableLines, type TableRow } from "./table";
