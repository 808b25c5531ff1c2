import { code, defineTable, moment, words } from "./define-table";

export const runsTable = defineTable({
  name: "Runs",
  summary: "One row a run of a job: enough to perform it again. Rows are added, never changed.",
  columns: {
    RunId: code("Name of the run", { key: true }),
    Job: words("What ran, such as forecast"),
    Version: words("Version of Stockbook"),
    Params: words("Options of the run, as name=value"),
    InputHash: words("SHA-256 of what the run read: the same input gives the same hash"),
    By: words("Who or what started it"),
    At: moment("When it started"),
  },
});
