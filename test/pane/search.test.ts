import { catalogue } from "../../src/functions/catalogue";
import { findFunctions } from "../../src/pane/search/find-functions";
import { rank } from "../../src/pane/search/rank";

const names = (job: string) => findFunctions(job).map(({ name }) => name);

test.each([
  ["safety stock", "SAFETYSTOCK"],
  ["reorder point", "ROP"],
  ["Economic Order-Quantity", "EOQ"],
  // The measured one, since it is there; the stock that reaches one is a word away.
  ["fill rate", "FILLRATE"],
  ["safety stock fill rate", "SAFETYSTOCK.FILLRATE"],
  ["abc", "ABCCLASS"],
  ["inventory turns", "TURNS"],
])("the job %s finds %s first", (job, name) => expect(names(job)[0]).toBe(name));

test("an empty search lists everything in the order of the catalogue", () => {
  expect(names(" ")).toEqual(catalogue.map(({ name }) => name));
});

test("every word must be found", () => expect(names("safety xylophone")).toEqual([]));

test("a name counts more than a text, its beginning most; equals keep their order", () => {
  const entries = ["stock count", "count", "recount", "other", "another"];
  const found = rank("count", entries, (name) => ({ name, texts: [name === "other" ? "to count" : ""] }));
  expect(found).toEqual(["count", "stock count", "recount", "other"]);
});
