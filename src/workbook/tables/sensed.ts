import { code, date, defineTable, plain, share, units, words } from "./define-table";

export const sensedTable = defineTable({
  name: "Sensed",
  summary:
    "One row an item, location and week: the forecast, and what signals make of it. Written anew by each run; Forecast stays as it is.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Date: date("Monday of the week", { key: true }),
    Base: units("Forecast of the week: Final where it is filled, else Stat; of months by days"),
    Sensed: units("Forecast shifted by what was sensed"),
    Booked: units("What customers have ordered for the week and not got"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const sensingTable = defineTable({
  name: "Sensing",
  summary:
    "One row an item and location: what its signals say, how far they are believed, and what that was worth. Written anew by each run.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Sources: words("What was looked at"),
    Until: date("Last day that the signals speak of"),
    Uplift: share("Signals over what the forecast led to expect, less 1", { min: undefined, max: undefined }),
    Weight: share("How far that is believed: as far as it stands out from its own scatter"),
    Shift: share("Weight times uplift, within the cap: of the next week", { min: undefined, max: undefined }),
    BaseError: share("WAPE of past forecasts without sensing", { max: undefined }),
    SensedError: share("WAPE of the same forecasts when sensed", { max: undefined }),
    ValueAdded: share("The first less the second; above 0 sensing helped", {
      min: undefined,
      max: undefined,
    }),
    Judged: plain("Forecasts compared, each made of what was known before it", "forecasts", { min: 0 }),
    JudgedDemand: units("Demand that came of all of them together", { min: undefined }),
    Note: words("What to know about it"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
