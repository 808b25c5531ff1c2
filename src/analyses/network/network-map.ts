import { networkFindingsTable, placementTable, readRows, stockTable, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import { echelonsByDepth, echelonsByType } from "./echelons";
import { readLanes, readPlaces, type Place } from "./network-tables";

export type FindingRow = Row<typeof networkFindingsTable.columns>;

export interface MapPlace {
  readonly id: string;
  readonly name: string;
  readonly type: Place["type"];
  /** 0 is the furthest from the customer. */
  readonly echelon: number;
  /** Money in stock; null where Stock has none of it. */
  readonly stockValue: number | null;
  /** Shortest and longest service time promised, days; null where nothing is placed. */
  readonly service: readonly [number, number] | null;
  /** Carrying of safety stock as agreed, money a year; null where nothing is placed. */
  readonly safetyCost: number | null;
  /** Margin at risk a week when it fails, where it is a single point of failure; null where it is none or money is not known. */
  readonly margin: number | null;
  readonly findings: readonly FindingRow[];
  readonly suppliers: readonly string[];
  readonly customers: readonly string[];
  /** Body row of Locations, counted from 0. */
  readonly row: number;
}

export interface MapLink {
  readonly from: string;
  readonly to: string;
  readonly lateral: boolean;
  /** Rows of Lanes between the two. */
  readonly lanes: number;
}

export interface NetworkMapModel {
  readonly places: readonly MapPlace[];
  /** Names of the echelons, the furthest from the customer first. */
  readonly echelons: readonly string[];
  readonly links: readonly MapLink[];
  readonly findings: readonly FindingRow[];
}

export interface MapTables {
  readonly locations: TableContent;
  readonly lanes: TableContent;
  readonly stock?: TableContent | undefined;
  readonly placement?: TableContent | undefined;
  /** Rows of NetworkFindings. */
  readonly findings?: readonly FindingRow[] | undefined;
}

const stockColumns = narrowed(stockTable, ["Location", "Value", "Owner"]);
const placementColumns = narrowed(placementTable, ["Location", "Service", "Cost"]);

/** What the map shows: places by echelon, the ways between them, and what the tables say of each. */
export function networkMap(tables: MapTables): NetworkMapModel {
  const { places: all } = readPlaces(tables.locations);
  const places = all.filter(({ id }, i) => id !== "" && all.findIndex((one) => one.id === id) === i);
  const known = new Set(places.map(({ id }) => id));
  const links = linksOf(tables.lanes, known);
  const findings = tables.findings ?? [];
  const { names, of: echelonOf } =
    echelonsByType(places) ??
    echelonsByDepth(
      places.map(({ id }) => id),
      links.filter(({ lateral }) => !lateral),
    );
  const values = stockValues(tables.stock);
  const placed = placedStock(tables.placement);
  return {
    echelons: names,
    links,
    findings,
    places: places.map((place): MapPlace => {
      const { id, name, type } = place;
      const own = findings.filter(({ Location, To }) => Location === id || To === id);
      const weak = own.find(
        ({ Finding, Location }) => Finding === "single point of failure" && Location === id,
      );
      return {
        id,
        name,
        type,
        echelon: echelonOf.get(id)!,
        stockValue: values.get(id) ?? null,
        service: placed.get(id)?.service ?? null,
        safetyCost: placed.get(id)?.cost ?? null,
        margin: weak?.MarginWeek ?? null,
        findings: own,
        suppliers: links.filter(({ to, lateral }) => to === id && !lateral).map(({ from }) => from),
        customers: links.filter(({ from, lateral }) => from === id && !lateral).map(({ to }) => to),
        row: place.row - 1,
      };
    }),
  };
}

function linksOf(lanes: TableContent, known: ReadonlySet<string>): MapLink[] {
  const links = new Map<string, { from: string; to: string; lateral: boolean; lanes: number }>();
  for (const { from, to, lateral } of readLanes(lanes).lanes) {
    if (!known.has(from) || !known.has(to) || from === to) continue;
    const key = JSON.stringify([from, to, lateral]);
    const link = links.get(key);
    if (link === undefined) links.set(key, { from, to, lateral, lanes: 1 });
    else link.lanes++;
  }
  return [...links.values()];
}

function stockValues(stock: TableContent | undefined): Map<string, number> {
  const values = new Map<string, number>();
  if (stock === undefined) return values;
  for (const { Location, Value, Owner } of readRows(stockColumns, stock.columns, stock.rows).rows) {
    if (Owner === "vendor" || Value === null) continue;
    values.set(Location as string, (values.get(Location as string) ?? 0) + Value);
  }
  return values;
}

function placedStock(placement: TableContent | undefined) {
  const placed = new Map<string, { service: readonly [number, number]; cost: number }>();
  if (placement === undefined) return placed;
  for (const { Location, Service, Cost } of readRows(placementColumns, placement.columns, placement.rows)
    .rows) {
    if (Service === null) continue;
    const before = placed.get(Location as string);
    placed.set(Location as string, {
      service: [
        Math.min(Service, before?.service[0] ?? Service),
        Math.max(Service, before?.service[1] ?? Service),
      ],
      cost: (before?.cost ?? 0) + (Cost ?? 0),
    });
  }
  return placed;
}
