import { code, defineTable, words } from "./define-table";

export const settingsTable = defineTable({
  name: "Settings",
  summary: "One row a setting that the whole team shares.",
  columns: {
    Setting: code("Name of the setting", { key: true }),
    Value: words("Its value"),
    Note: words("Who set it and why"),
  },
});
