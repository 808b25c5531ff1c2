import { BOOKED_MONTHS, MONTHS, serial } from "./calendar";
import { play, type Bookings, type Owner, type Parameters, type Story } from "./bookings";
import { monthlyDemand } from "./demand";
import { companyItems, type CompanyItem } from "./items";
import { servicePoints, warehouses } from "./network";

/** One item at one place and what happened to it. */
export interface Leaf {
  readonly item: CompanyItem;
  readonly location: string;
  readonly demand: readonly number[];
  readonly parameters: Parameters;
  readonly bookings: Bookings;
  readonly owner: Owner;
}

export interface ServicePointDemand {
  readonly item: string;
  readonly location: string;
  readonly demand: readonly number[];
}

export interface Company {
  readonly leaves: readonly Leaf[];
  readonly servicePointDemand: readonly ServicePointDemand[];
}

/** Consignment: the goods are the supplier's until they are used. The second is booked as own stock, which is wrong. */
export const consigned = { right: "SE-303@D100", wrong: "SE-306@D200" } as const;
/** Nothing was sold for fifteen months. */
const dead = ["SP-611@D100", "SP-605@D300", "SE-314@D300", "EL-506@D200"];
/** The supplier stood still in spring, and the shelf was empty: history shows sales, not demand. */
export const censored = {
  leaf: "FI-403@D100",
  from: serial(2026, 2, 16),
  until: serial(2026, 5, 8),
} as const;
export const superseded = "EL-502@D100";

/** Fifteen months of a made-up company, the same on every machine. */
export function playCompany(): Company {
  let orders = 0;
  let sales = 0;
  const names = {
    order: () => `PO${String(++orders).padStart(5, "0")}`,
    sale: () => `DN${String(++sales).padStart(6, "0")}`,
  };
  const leaves: Leaf[] = [];
  const servicePointDemand: ServicePointDemand[] = [];
  companyItems.forEach((item, i) => {
    warehouses.forEach(({ location, share }, place) => {
      const seed = 100 * (i + 1) + 10 * place;
      const key = `${item.item}@${location}`;
      const demand = item.byServicePoints
        ? callsOfServicePoints(item, location, seed, servicePointDemand)
        : monthlyDemand(item, share, seed);
      if (dead.includes(key)) demand.fill(0, MONTHS - BOOKED_MONTHS);
      const parameters = oldParameters(item, demand, i + place, dead.includes(key));
      const story: Story = {
        item,
        seed: seed + 3,
        parameters,
        demand,
        opening: openingStock(item, demand, parameters, dead.includes(key)),
        leadTime: (ordered, normal) => leadTimeOf(item, ordered, normal),
        ...(key === superseded && {
          extraOrder: { day: serial(2026, 4, 20), quantity: 10 * Math.ceil(mean(demand.slice(-4))) },
        }),
        ...(key === censored.leaf && { stopped: censored }),
        names,
      };
      const owner = key === consigned.right || key === consigned.wrong ? "vendor" : "own";
      leaves.push({ item, location, demand, parameters, bookings: play(story), owner });
    });
  });
  return { leaves, servicePointDemand };
}

/** What the warehouse ships to its service points is what they sell. */
function callsOfServicePoints(
  item: CompanyItem,
  warehouse: string,
  seed: number,
  all: ServicePointDemand[],
): number[] {
  const served = servicePoints.filter((point) => point.warehouse === warehouse);
  const total = Array<number>(MONTHS).fill(0);
  served.forEach(({ location }, i) => {
    const demand = monthlyDemand(item, 1 / servicePoints.length, seed + 1000 * (i + 1));
    all.push({ item: item.item, location, demand });
    demand.forEach((units, month) => (total[month] += units));
  });
  return total;
}

/** Typed in by hand once: days of cover that fit some items and not others; slow movers at their average. */
function oldParameters(
  item: CompanyItem,
  demand: readonly number[],
  turn: number,
  isDead: boolean,
): Parameters {
  const monthly = mean(demand.slice(0, MONTHS - BOOKED_MONTHS).slice(-12));
  if (isDead || monthly === 0) return { reorderPoint: 0, lot: isDead ? 0 : 40 };
  const daily = monthly / 30.4;
  const habit = item.kind === "intermittent" ? 1 : [1.05, 1.35, 1.7, 2.2][turn % 4];
  const months = [1, 1.5, 2.5][turn % 3];
  const pack = packOf(item);
  return {
    reorderPoint: Math.round(daily * item.leadTime * habit),
    lot: Math.max(pack, Math.ceil((monthly * months) / pack) * pack),
  };
}

export function packOf({ cost, monthly }: CompanyItem): number {
  if (monthly < 12) return 1;
  return cost < 5 ? 100 : cost < 40 ? 20 : 5;
}

function openingStock(
  item: CompanyItem,
  demand: readonly number[],
  { reorderPoint, lot }: Parameters,
  isDead: boolean,
): number {
  const monthly = mean(demand.slice(0, MONTHS - BOOKED_MONTHS));
  if (isDead) return Math.max(6, Math.round(monthly * 5));
  return item.kind === "new" ? 0 : reorderPoint + Math.round(lot / 2);
}

/** S05 drifts from 30 to 47 days between March and July 2026. */
function leadTimeOf({ supplier, leadTime }: CompanyItem, ordered: number, normal: () => number): number {
  const drift = Math.min(1, Math.max(0, (ordered - serial(2026, 3, 1)) / 120));
  const usual = supplier === "S05" ? 30 + 17 * drift : leadTime * 1.04;
  return usual * Math.exp(0.09 * normal());
}

export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
