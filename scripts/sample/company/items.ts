export type DemandKind = "smooth" | "seasonal" | "growing" | "declining" | "erratic" | "intermittent" | "new";

/** A made-up article of the sample company, a maker of pumps. */
export interface CompanyItem {
  readonly item: string;
  readonly description: string;
  readonly family: Family;
  readonly cost: number;
  readonly price: number;
  /** Units a month over all three warehouses. */
  readonly monthly: number;
  readonly kind: DemandKind;
  readonly supplier: string;
  readonly leadTime: number;
  readonly criticality: "V" | "E" | "D";
  readonly supplyRisk: number;
  readonly singleSource: boolean;
  /** Sold by service points, which the warehouses supply. */
  readonly byServicePoints: boolean;
  /** Days its customers wait; null where they do not. */
  readonly wait: number | null;
}

export type Family = "Pumps" | "Motors" | "Seals" | "Filters" | "Electronics" | "Spare parts" | "Chemicals";

interface Range {
  readonly family: Family;
  readonly prefix: string;
  readonly names: readonly string[];
  readonly cost: readonly [number, number];
  readonly monthly: readonly [number, number];
  readonly kinds: readonly DemandKind[];
  readonly suppliers: readonly string[];
  readonly leadTimes: readonly number[];
  readonly margin: number;
}

const ranges: readonly Range[] = [
  {
    family: "Pumps",
    prefix: "PU-1",
    names: [
      "Circulator 25",
      "Circulator 32",
      "Circulator 40",
      "Booster 1",
      "Booster 2",
      "Sump 200",
      "Sump 400",
      "Well 3",
      "Well 5",
      "Dosing 2",
    ],
    cost: [180, 920],
    monthly: [24, 110],
    kinds: ["seasonal", "smooth", "growing", "seasonal", "declining"],
    suppliers: ["PL1"],
    leadTimes: [10, 14],
    margin: 0.42,
  },
  {
    family: "Motors",
    prefix: "MO-2",
    names: [
      "Motor 60 W",
      "Motor 90 W",
      "Motor 120 W",
      "Motor 250 W",
      "Motor 370 W",
      "Motor 550 W",
      "Motor 1.1 kW",
      "Motor 2.2 kW",
    ],
    cost: [48, 310],
    monthly: [30, 160],
    kinds: ["smooth", "erratic", "smooth", "growing"],
    suppliers: ["PL1", "PL2"],
    leadTimes: [12, 21],
    margin: 0.38,
  },
  {
    family: "Seals",
    prefix: "SE-3",
    names: [
      "Shaft seal 12",
      "Shaft seal 14",
      "Shaft seal 16",
      "Shaft seal 20",
      "O-ring 8",
      "O-ring 10",
      "O-ring 14",
      "O-ring 18",
      "Gasket A",
      "Gasket B",
      "Gasket C",
      "Lip seal 25",
      "Lip seal 30",
      "Lip seal 35",
    ],
    cost: [0.4, 14],
    monthly: [300, 2400],
    kinds: ["smooth", "smooth", "erratic", "growing", "declining"],
    suppliers: ["S01", "S02", "S08"],
    leadTimes: [14, 21, 28],
    margin: 0.55,
  },
  {
    family: "Filters",
    prefix: "FI-4",
    names: [
      "Filter 50 µm",
      "Filter 80 µm",
      "Filter 100 µm",
      "Filter 200 µm",
      "Cartridge S",
      "Cartridge M",
      "Cartridge L",
      "Strainer 1",
      "Strainer 2",
      "Strainer 3",
    ],
    cost: [3, 38],
    monthly: [140, 900],
    kinds: ["seasonal", "seasonal", "smooth"],
    suppliers: ["S03", "S04"],
    leadTimes: [18, 25],
    margin: 0.5,
  },
  {
    family: "Electronics",
    prefix: "EL-5",
    names: [
      "Controller C1",
      "Controller C2",
      "Inverter 1",
      "Inverter 2",
      "Display D1",
      "Display D2",
      "Sensor P",
      "Sensor T",
    ],
    cost: [22, 140],
    monthly: [20, 180],
    kinds: ["growing", "declining", "smooth", "erratic"],
    suppliers: ["S05", "S06"],
    leadTimes: [30],
    margin: 0.45,
  },
  {
    family: "Spare parts",
    prefix: "SP-6",
    names: [
      "Impeller 80",
      "Impeller 110",
      "Bearing set",
      "Shaft 12",
      "Shaft 16",
      "Housing A",
      "Housing B",
      "Coupling",
      "Terminal box",
      "Rotor",
      "Stator",
      "Foot",
    ],
    cost: [9, 210],
    monthly: [2, 9],
    kinds: ["intermittent"],
    suppliers: ["S07", "S09"],
    leadTimes: [35, 42],
    margin: 0.6,
  },
  {
    family: "Chemicals",
    prefix: "CH-7",
    names: ["Thread sealant", "Cleaning fluid"],
    cost: [6, 19],
    monthly: [120, 260],
    kinds: ["smooth"],
    suppliers: ["S10"],
    leadTimes: [14],
    margin: 0.35,
  },
];

/** Filters that the service points sell. */
const servicePointItems = ["FI-401", "FI-402", "FI-405", "FI-406"];

/** The largest well pump is built to order; customers of two filters come back for them. */
const waits: Readonly<Record<string, number>> = { "PU-109": 21, "FI-401": 2, "FI-402": 2 };
/** A contractor plans a pump or motor some days ahead. */
const familyWaits: Readonly<Partial<Record<Family, number>>> = { Pumps: 5, Motors: 4 };

export const companyItems: readonly CompanyItem[] = ranges.flatMap((range) =>
  range.names.map((description, i): CompanyItem => {
    const item = `${range.prefix}${String(i + 1).padStart(2, "0")}`;
    // Spread evenly over the range, in an order that does not follow the numbering.
    const spread = ((i * 7) % range.names.length) / Math.max(1, range.names.length - 1);
    const cost = cents(range.cost[0] + (range.cost[1] - range.cost[0]) * spread);
    const turn = <T>(list: readonly T[]) => list[i % list.length];
    const supplier = turn(range.suppliers);
    return {
      item,
      description,
      family: range.family,
      cost,
      price: cents(cost / (1 - range.margin)),
      monthly: range.monthly[0] + (range.monthly[1] - range.monthly[0]) * (1 - spread),
      kind: item === "EL-508" ? "new" : turn(range.kinds),
      supplier,
      leadTime: turn(range.leadTimes),
      criticality: range.family === "Spare parts" ? turn(["V", "E", "D", "V"]) : turn(["E", "E", "D"]),
      supplyRisk: supplier === "S05" ? 5 : 1 + (i % 4),
      singleSource: supplier === "S05" || item === "SP-603",
      byServicePoints: servicePointItems.includes(item),
      wait: waits[item] ?? familyWaits[range.family] ?? null,
    };
  }),
);

export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
