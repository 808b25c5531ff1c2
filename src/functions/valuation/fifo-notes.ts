import { cite } from "../../engine/sources";

/** What the FIFO functions have in common, said once. */
export const fifoNotes = [
  "Rows may stand in any order: they are posted by date; on one day what comes in before what goes out, else as entered. Cost counts where units come in; an issue needs none.",
  "ref ties rows of one document together. A row in with the document of an earlier issue is a return: it goes back into the layers of that issue, last taken first, at their cost. A row out with the document of an earlier receipt goes back to the supplier: it leaves that receipt first. A row of quantity 0 with the document of a receipt is a late invoice: its cost, money in all, is spread over the units of the receipt; those in stock are revalued, the rest is cost of sales.",
  "Negative stock is an error that names its day; it is never priced by a guess. Quantities count to a billionth of a unit.",
];

export const fifoSources = [
  cite("ias-2", "paragraphs 10, 11, 25 and 27"),
  cite("asc-330", "330-10-30-1 and 30-9"),
];
