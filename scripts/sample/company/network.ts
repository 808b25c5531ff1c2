import { cents, companyItems } from "./items";

type Cell = string | number | boolean | null;

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

export function supplierRows(): Cell[][] {
  return suppliers.map(([code, name, country, recover, otif, days]) => [
    code,
    name,
    country,
    recover,
    otif,
    "EUR",
    days === "" ? null : days,
  ]);
}

/** One service point has no lane yet: a planted gap. */
export function locationRows(): Cell[][] {
  return [
    ...suppliers.map(([code, name, country]) => [code, name, "supplier", country, null, "MON-FRI", null]),
    ["PL1", "Plant Kassel", "plant", "DE", "North", "MON-FRI", null],
    ["PL2", "Plant Graz", "plant", "AT", "South", "MON-FRI", null],
    ["D100", "Warehouse Hamburg", "DC", "North", "North", "MON-FRI", 60_000],
    ["D200", "Warehouse Munich", "DC", "South", "South", "MON-FRI", 40_000],
    ["D300", "Warehouse Vienna", "DC", "South", "South", "MON-FRI", 25_000],
    ...servicePoints.map(({ location, warehouse }, i) => [
      location,
      `Service point ${i + 1}`,
      "store",
      warehouse === "D100" ? "North" : "South",
      warehouse === "D100" ? "North" : "South",
      "MON-SAT",
      400,
    ]),
    ["P25", "Service point 25, opens in 2027", "store", "South", "South", "MON-SAT", 400],
  ];
}

/** Planted: a lane without a time (EL-507), a cycle (MO-208), an unknown place (S99). */
export function laneRows(): Cell[][] {
  const rows: Cell[][] = [];
  const lane = (
    from: string,
    to: string,
    item: string | null,
    days: number | null,
    spread: number | null,
    freight: number,
    mode: string,
    use = "supply",
  ) => rows.push([from, to, item, days, spread, cents(freight), null, null, null, use, mode, null]);
  for (const { item, supplier, leadTime, cost } of companyItems) {
    const freight = 0.01 * cost + 0.02;
    const far = supplier === "S05";
    if (supplier.startsWith("PL")) {
      lane("S07", supplier, item, 14, 3, freight, "road");
      if (item !== "MO-204") lane("S06", supplier, item, 10, 2, freight, "road");
    }
    for (const { location } of warehouses) {
      const untimed = item === "EL-507" && location === "D300";
      lane(
        supplier,
        location,
        item,
        untimed ? null : supplier.startsWith("PL") ? 3 : leadTime,
        far ? 8 : 2,
        freight,
        far ? "sea" : "road",
      );
    }
  }
  lane("D200", "PL2", "MO-208", 3, 1, 2, "road");
  lane("S99", "D100", "SE-314", 20, 4, 0.05, "road");
  for (const { location, warehouse } of servicePoints) lane(warehouse, location, null, 2, 0.5, 0.4, "parcel");
  for (const a of warehouses)
    for (const b of warehouses)
      if (a !== b) lane(a.location, b.location, null, 3, 1, 0.35, "road", "lateral");
  return rows;
}
