/** What a movement is for, as far as its type tells. */
export type MovementKind =
  | "receipt"
  | "issue"
  | "return"
  | "supplier return"
  | "transfer"
  | "invoice"
  | "adjustment"
  | "scrap"
  | "opening";

/** Words, and SAP's movement types, of each kind; the first that fits counts. */
const kinds: readonly (readonly [MovementKind, RegExp])[] = [
  ["transfer", /transfer|relocat|^3[0-2]\d|^35[12]|^41[1-5]/],
  [
    "invoice",
    /invoice|landed|price (difference|correction)|cost (correction|adjustment)|debit memo|credit memo/,
  ],
  ["scrap", /scrap|dispos|destr|write.?off|^55\d/],
  ["opening", /opening|initial|carried forward|^56\d/],
  ["supplier return", /(return|back) to (the )?(vendor|supplier)|(vendor|supplier) return|^122|^124|^161/],
  ["return", /return|^20[24]|^26[24]|^602|^65\d/],
  ["adjustment", /adjust|count|inventory diff|^7[01]\d/],
];

/** Kind of a movement by its type, or by its sign where the type says nothing. */
export function movementKind(type: string, quantity: number): MovementKind {
  const text = type.trim().toLowerCase();
  for (const [kind, words] of kinds) if (words.test(text)) return kind;
  return quantity === 0 ? "invoice" : quantity > 0 ? "receipt" : "issue";
}
