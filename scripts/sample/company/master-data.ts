import { BOOKED_MONTHS, MONTHS, closing, serial } from "./calendar";
import { consigned, packOf, type Company } from "./company";
import { cents, companyItems, type CompanyItem } from "./items";
import type { Records } from "./records";

export function itemRecords({ leaves, servicePointDemand }: Company): Records["items"] {
  return companyItems.map((item, i) => {
    const year = [...leaves, ...servicePointDemand.map((one) => ({ ...one, item }))]
      .filter((one) => "bookings" in one && one.item === item)
      .reduce((sum, { demand }) => sum + total(demand.slice(-12)), 0);
    return {
      Item: item.item,
      Desc: item.description,
      Family: item.family,
      UoM: "EA",
      Cost: item.cost,
      Price: item.price,
      StdCost: cents(item.cost * (i % 5 === 0 ? 0.97 : 1)),
      ACV: cents(year * item.cost),
      Stage: item.item === "EL-502" ? "EOL" : item.kind === "new" ? "New" : null,
      LeadTime: item.leadTime,
      Substitute: item.item === "SE-301" ? "SE-302" : item.item === "EL-502" ? "EL-508" : null,
      Criticality: item.criticality,
      SupplyRisk: item.supplyRisk,
      SingleSource: item.singleSource,
      Successor: item.item === "EL-502" ? "EL-508" : null,
      ShelfLife: item.family === "Chemicals" ? 540 : null,
      Hazard: item.item === "CH-702" ? "3 flammable" : null,
      Tracking: item.family === "Chemicals" ? "Lot" : "None",
      Wait: item.wait,
    };
  });
}

/** A price falls where more is bought at once; the filters' suppliers sell in packs. */
export function contractRecords(): Records["contracts"] {
  return companyItems.map((item) => ({
    Supplier: item.supplier,
    Item: item.item,
    LeadTime: item.leadTime,
    Price: item.cost,
    MOQ: packOf(item),
    Multiple: packOf(item),
    ValidFrom: serial(2025, 1, 1),
    Consignment: isConsigned(item) || null,
    Breaks: item.family === "Seals" ? `${20 * packOf(item)}: ${cents(item.cost * 0.97)}` : null,
  }));
}

function isConsigned({ item }: CompanyItem): boolean {
  return Object.values(consigned).some((leaf) => leaf.startsWith(`${item}@`));
}

const customerNames = [
  "Stadtwerke Nord",
  "Wasserverband Elbe",
  "Bauhandel Kraus",
  "Haustechnik Lind",
  "Pumpen Direkt",
  "Aqua Service",
  "Chemiewerk West",
  "Brauerei Adler",
  "Hotelgruppe Alpin",
  "Gartenbau Voss",
  "Anlagenbau Roth",
  "Export Trading",
];

export function customerRecords(): Records["customers"] {
  return customerNames.map((Name, i) => ({
    Customer: `C${String(i + 1).padStart(2, "0")}`,
    Name,
    Priority: i < 3 ? 1 : i < 8 ? 2 : 3,
    Tier: i < 3 ? "Contract" : i < 8 ? "Trade" : "Spot",
    Floor: i < 3 ? 0.5 : null,
    ServiceTerm: i < 3 ? "98 % of units from stock" : null,
  }));
}

/** Parameters in force, and targets of the segments. Planted: AX promises 98 % fill rate and is typed as cycle service. */
export function policyRecords({ leaves }: Company): Records["policies"] {
  const segments = ["AX", "AY", "AZ", "BX", "BY", "BZ", "CX", "CY", "CZ"].map((Segment, i) => ({
    Segment,
    TargetType: i === 0 ? ("CSL" as const) : ("FILL" as const),
    Target: [0.98, 0.97, 0.95, 0.97, 0.95, 0.93, 0.95, 0.92, 0.9][i],
  }));
  const rows = leaves.map(({ item, location, demand, parameters }, i) => {
    const daily = total(demand.slice(-12)) / 365;
    const safety = Math.max(0, Math.round(parameters.reorderPoint - daily * item.leadTime));
    return {
      Item: item.item,
      Location: location,
      Policy: "sQ" as const,
      ROP: parameters.reorderPoint,
      SS: safety,
      Lot: parameters.lot,
      Review: 1,
      ...(location === "D200" && i % 16 === 1 && { LocalMin: Math.round(daily * 30), Owner: "Site Munich" }),
      ...(location === "D300" && i % 24 === 2 && { LocalMax: Math.round(daily * 4), Owner: "Site Vienna" }),
    };
  });
  return [...segments, ...rows];
}

export function lifecycleRecords(): Records["lifecycle"] {
  return [
    {
      Item: "EL-502",
      Launch: serial(2019, 3, 1),
      LastOrder: serial(2026, 12, 15),
      LastShip: serial(2028, 12, 31),
      SellOff: serial(2027, 6, 30),
      Successor: "EL-508",
      Factor: 1,
      Storage: 9,
      Salvage: -2.5,
      Redesign: 38_000,
      MonthsNeeded: 24,
    },
    { Item: "EL-508", Launch: serial(2026, 6, 1) },
    {
      Item: "SP-605",
      LastOrder: serial(2027, 3, 31),
      LastShip: serial(2029, 3, 31),
      SellOff: serial(2029, 3, 31),
      Storage: 6,
      Salvage: 4,
      Redesign: 15_000,
      MonthsNeeded: 24,
    },
  ];
}

/** Engineering changes: two of them told of a write-off two to four quarters ahead. */
export function changeRecords(): Records["changes"] {
  return [
    {
      ECO: "ECO-118",
      Item: "EL-502",
      Effective: serial(2026, 6, 1),
      Kind: "replace",
      Successor: "EL-508",
      Announced: serial(2025, 11, 10),
    },
    {
      ECO: "ECO-121",
      Item: "SP-611",
      Effective: serial(2025, 9, 1),
      Kind: "remove",
      Announced: serial(2025, 4, 2),
    },
    {
      ECO: "ECO-126",
      Item: "MO-202",
      Effective: serial(2027, 2, 1),
      Kind: "replace",
      Successor: "MO-203",
      Announced: serial(2026, 10, 5),
    },
    {
      ECO: "ECO-129",
      Item: "SE-310",
      Effective: serial(2027, 4, 1),
      Kind: "rework",
      Announced: serial(2026, 9, 14),
    },
  ];
}

/** Each pump takes a motor, a seal and an O-ring; the boosters a controller. */
export function bomRecords(): Records["bom"] {
  return companyItems
    .filter(({ family }) => family === "Pumps")
    .flatMap(({ item }, i) => {
      const parts = [
        `MO-20${(i % 8) + 1}`,
        `SE-30${(i % 4) + 1}`,
        `SE-3${String(5 + (i % 4)).padStart(2, "0")}`,
      ];
      if (i === 3 || i === 4) parts.push("EL-502");
      return parts.map((Component, part) => ({ Parent: item, Component, Qty: part === 2 ? 2 : 1 }));
    });
}

export function lotRecords(): Records["lots"] {
  return ["CH-701", "CH-702"].flatMap((Item) =>
    Array.from({ length: 4 }, (_, i) => ({
      Item,
      Lot: `${Item.slice(3)}-${2601 + 2 * i}`,
      Made: serial(2026, 1 + 2 * i, 12),
      Expires: serial(2026, 1 + 2 * i, 12) + 540,
      Supplier: "S10",
      Status: i === 0 ? ("quality" as const) : ("usable" as const),
    })),
  );
}

export function settingRecords(): Records["settings"] {
  return [
    { Setting: "Bucket", Value: "M", Note: "Length of a time bucket: D day, W week, M month, Q quarter" },
    { Setting: "Currency", Value: "EUR", Note: "Company currency" },
    {
      Setting: "AsOf",
      Value: new Date((closing - 25569) * 86_400_000).toISOString().slice(0, 10),
      Note: "The month that is closed ends on this day",
    },
    {
      Setting: "History",
      Value: `${MONTHS} months of demand, ${BOOKED_MONTHS} months of movements`,
      Note: "The company is made up; every number comes from a seeded simulation",
    },
  ];
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
