/** What a stock movement was for. */
export type MovementKind = "receipt" | "issue" | "scrap" | "transfer" | "adjustment" | "invoice";

/** Words of a movement type, the more special ones first. */
const words: readonly (readonly [RegExp, MovementKind])[] = [
  [/scrap|write.?off|written off|dispos|destr[ou]/, "scrap"],
  [/transfer|relocat/, "transfer"],
  [/adjust|count|difference/, "adjustment"],
  [/invoice|revaluation/, "invoice"],
  [/issue|sale|ship|deliver|consum|usage/, "issue"],
  [/receipt|purchase|produced|opening|initial/, "receipt"],
];

/** Movement types of SAP by their first digits: 551 to 558 scrap, 301 to 325 and 641 to 648 transfers, 701 to 718 stocktaking. */
const codes: readonly (readonly [from: number, to: number, MovementKind])[] = [
  [101, 199, "receipt"],
  [201, 299, "issue"],
  [301, 399, "transfer"],
  [411, 416, "transfer"],
  [501, 531, "receipt"],
  [551, 558, "scrap"],
  [561, 566, "receipt"],
  [601, 602, "issue"],
  [641, 648, "transfer"],
  [651, 658, "issue"],
  [701, 718, "adjustment"],
];

/**
 * The kind of a movement by its type, in words or as a number of SAP; where that tells nothing, by its sign. A return keeps the kind of
 * what it takes back: units of a customer that come back are an issue of the other sign, units back to a supplier a receipt.
 */
export function movementKind(type: string | null, quantity: number): MovementKind {
  const text = (type ?? "").trim().toLowerCase();
  if (quantity === 0) return "invoice";
  const number = /^(\d{3})\b/.exec(text)?.[1];
  if (number !== undefined) {
    const found = codes.find(([from, to]) => Number(number) >= from && Number(number) <= to);
    if (found !== undefined) return found[2];
  }
  if (/return|reversal/.test(text)) return quantity > 0 ? "issue" : "receipt";
  const found = words.find(([word]) => word.test(text));
  return found?.[1] ?? (quantity > 0 ? "receipt" : "issue");
}
