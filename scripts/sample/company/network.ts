import { cents, companyItems } from "./items";
import type { Records } from "./records";

/** Warehouses that hold stock, with the part of demand each serves. */
export const warehouses = [
  { location: "D100", share: 0.5, businessUnit: "North" },
  { location: "D200", share: 0.3, businessUnit: "South" },
  { location: "D300", share: 0.2, businessUnit: "South" },
] as const;

const SERVICE_POINTS = 24;
export const servicePoints = Array.from({ length: SERVICE_POINTS }, (_, i) => ({
  location: `P${String(i + 1).padStart(2, "0")}`,
  warehouse: warehouses[i < 11 ? 0 : i < 18 ? 1 : 2].location,
}));

const suppliers = [
  ["S01", "Brandt Dichtungen", "DE", 42, 0.96, "Tue"],
  ["S02", "Gummi Nord", "PL", 35, 0.93, "Mon Thu"],
  ["S03", "Filtra Italia", "IT", 28, 0.95, ""],
  ["S04", "Mallas Ibérica", "ES", 28, 0.91, ""],
  ["S05", "Shenzhen Aotek", "CN", 84, 0.78, "Fri"],
  ["S06", "Elektronik Weber", "DE", 56, 0.94, ""],
  ["S07", "Gießerei Hahn", "DE", 70, 0.9, "Wed"],
  ["S08", "SealTech", "NL", 30, 0.97, ""],
  ["S09", "Precision Parts", "CZ", 60, 0.92, "Tue"],
  ["S10", "Chemie Süd", "AT", 21, 0.98, ""],
] as const;

export function supplierRecords(): Records["suppliers"] {
  return suppliers.map(([Supplier, Name, Country, TTR, OTIF, OrderDays]) => ({
    Supplier,
    Name,
    Country,
    TTR,
    OTIF,
    Currency: "EUR",
    OrderDays: OrderDays === "" ? null : OrderDays,
  }));
}

/** One service point has no lane yet: a planted gap. The plant in Kassel sends out less than is wanted of it: a planted bottleneck. */
export function locationRecords(): Records["locations"] {
  const place = (
    Location: string,
    Name: string,
    Type: "supplier" | "plant" | "DC" | "store",
    BU: string | null,
    Capacity: number | null = null,
    Output: number | null = null,
  ) => ({
    Location,
    Name,
    Type,
    Region: BU,
    BU,
    Calendar: Type === "store" ? "MON-SAT" : "MON-FRI",
    Capacity,
    Output,
  });
  return [
    ...suppliers.map(([code, name]) => place(code, name, "supplier", null)),
    place("PL1", "Plant Kassel", "plant", "North", null, 1000),
    place("PL2", "Plant Graz", "plant", "South"),
    place("D100", "Warehouse Hamburg", "DC", "North", 60_000),
    place("D200", "Warehouse Munich", "DC", "South", 40_000),
    place("D300", "Warehouse Vienna", "DC", "South", 25_000),
    ...servicePoints.map(({ location, warehouse }, i) =>
      place(location, `Service point ${i + 1}`, "store", warehouse === "D100" ? "North" : "South", 400),
    ),
    place("P25", "Service point 25, opens in 2027", "store", "South", 400),
  ];
}

/** Pumps leave the plants on pallets, twice a week. */
const PALLET = 6;

/** Planted: a lane without a time (EL-507), a cycle (MO-208), an unknown place (S99), one supplier alone (S05). */
export function laneRecords(): Records["lanes"] {
  const lane = (
    From: string,
    To: string,
    Item: string | null,
    [LeadTime, LTsd]: readonly [number | null, number | null],
    freight: number,
    Mode: "road" | "sea" | "parcel",
    Use: "supply" | "lateral" = "supply",
  ) => ({ From, To, Item, LeadTime, LTsd, Cost: cents(freight), Use, Mode });
  const bought = companyItems.flatMap(({ item, family, supplier, leadTime, cost }) => {
    const freight = 0.01 * cost + 0.02;
    const made = supplier.startsWith("PL");
    const inbound = made
      ? [
          lane("S07", supplier, item, [14, 3], freight, "road"),
          ...(item === "MO-204" ? [] : [lane("S06", supplier, item, [10, 2], freight, "road")]),
        ]
      : [];
    const far = supplier === "S05";
    return [
      ...inbound,
      ...warehouses.map(({ location }) => {
        const untimed = item === "EL-507" && location === "D300";
        const days = untimed ? null : made ? 3 : leadTime;
        const way = lane(supplier, location, item, [days, far ? 8 : 2], freight, far ? "sea" : "road");
        return family === "Pumps" ? { ...way, Multiple: PALLET, DaysOpen: "Tue Fri" } : way;
      }),
    ];
  });
  return [
    ...bought,
    lane("D200", "PL2", "MO-208", [3, 1], 2, "road"),
    lane("S99", "D100", "SE-314", [20, 4], 0.05, "road"),
    ...servicePoints.map(({ location, warehouse }) =>
      lane(warehouse, location, null, [2, 0.5], 0.4, "parcel"),
    ),
    ...warehouses.flatMap((a) =>
      warehouses
        .filter((b) => a !== b)
        .map((b) => lane(a.location, b.location, null, [3, 1], 0.35, "road", "lateral")),
    ),
  ];
}
