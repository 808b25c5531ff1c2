import { reserveTier, type ReserveTier } from "../../engine/valuation";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { money, number, optional, parseNumber, text, type TableArgument } from "../arguments";
import { CellError } from "../cell-error";
import { defineFunction, value } from "../define";
import { usedRows } from "../matrix-arguments";
import { shown } from "../shown";

interface Policy {
  readonly tiers: readonly ReserveTier[];
  readonly typed: boolean;
}

const policy: TableArgument<Policy> = {
  shape: "table",
  label: "Reserve policy",
  unit: "threshold and share",
  rule: "two columns: threshold, share from 0 to 1; or three: type, threshold, share",
  optional: false,
  defaultText: "",
  numeric: true,
  parse: (cells, name) => {
    const width = cells[0].length;
    if (width !== 2 && width !== 3) throw invalidInput(name, "must have two or three columns", width);
    const first = typeof cells[0][width - 1] === "string" ? 1 : 0;
    const tiers = cells.slice(first, Math.max(first, usedRows(cells))).map((row, i): ReserveTier => {
      const type = width === 3 ? row[0] : null;
      if (type instanceof CellError) throw type;
      const place = `${name} in row ${first + i + 1}`;
      return {
        type: type === null ? "" : String(type).trim().toUpperCase(),
        threshold: parseNumber(row[width - 2], place),
        share: parseNumber(row[width - 1], place, { min: 0, max: 1, hint: "write 0.15 or 15%" }),
      };
    });
    return { tiers, typed: width === 3 };
  },
};

export const reserveTiers = defineFunction({
  name: "RESERVE.TIERS",
  family: "valuation",
  summary: "Reserve by tiers: value times the share of the largest threshold at or below the measure.",
  notes: [
    "In the manner of SAP's valuation by range of coverage (MRN1): the measure is months of cover, days of age or whatever the policy says. Below the first threshold nothing is reserved.",
    "With three columns a type has its own tiers; rows with a blank type hold for types that have none. A tier is a rule of thumb: IAS 2.28-31 asks for net realisable value item by item, see NRV.TEST.",
  ],
  args: {
    measure: number("Cover, age or what the tiers go by", "as the thresholds"),
    value: money("Value of the stock", {}),
    tiers: policy,
    type: optional(text("Type of material"), undefined, "tiers without a type"),
  },
  vector: true,
  returns: value("Reserve", "money"),
  source: [cite("sap-mrn1", "devaluation by range of coverage"), cite("ias-2", "paragraphs 28 to 31")],
  examples: [
    {
      args: [
        11,
        1000,
        [
          ["ROH", 6, 0.1],
          ["ROH", 10, 0.15],
          ["ROH", 12, 0.2],
          ["FERT", 6, 0.3],
        ],
        "ROH",
      ],
      returns: 150,
      from: "11 months reach the tier of 10, not that of 12: 15 %",
    },
    {
      args: [
        5,
        1000,
        [
          [6, 0.1],
          [12, 0.5],
        ],
      ],
      returns: 0,
      from: "below the first threshold",
    },
    {
      args: [11, 1000, [["ROH", 6, 0.1]], "HAWA"],
      returns: { error: "#N/A", message: "tiers must hold the type HAWA" },
      from: "no tier of this type, none for all",
    },
  ],
  run: ({ value: amount, ...args }) => amount * (tierOf(args)?.share ?? 0),
  explain: ({ value: amount, ...args }) => {
    const tier = tierOf(args);
    return [
      {
        label: "Tier",
        formula: `largest threshold at or below ${shown(args.measure)}`,
        result: tier?.threshold ?? "below the first",
      },
      { label: "Share", formula: "of the tier", result: tier?.share ?? 0 },
      { label: "Reserve", formula: `${shown(amount)} x share`, result: amount * (tier?.share ?? 0) },
    ];
  },
});

interface Parsed {
  readonly measure: number;
  readonly tiers: Policy;
  readonly type: string | undefined;
}

function tierOf({ measure, tiers: { tiers, typed }, type = "" }: Parsed): ReserveTier | undefined {
  if (type !== "" && !typed)
    throw invalidInput("tiers", "must have three columns (type, threshold, share) where type is given", 2);
  return reserveTier(tiers, measure, type.toUpperCase());
}
