import { code, date, defineTable, units, words } from "./define-table";

export const forecastTable = defineTable({
  name: "Forecast",
  summary:
    "One row an item, location and bucket: what is expected. Written by the Forecast view; never rounded.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Date: date("First day of the bucket", { key: true }),
    Stat: units("Statistical forecast, written by each run"),
    Final: units("Forecast to plan with; filled by consensus and overrides, never by a run of the model"),
    Low: units("Lower end of the 90% prediction interval, written by each run"),
    High: units("Upper end of the 90% prediction interval, written by each run"),
    Model: words("Model that gave Stat"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
