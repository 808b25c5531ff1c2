import type { NewCell, NewSheet } from "../../src/xlsx";
import { MONTHS, monthSerial, type SparePart } from "./spare-parts";
import type { StyleName } from "./styles";

const LOCATION = "MAIN";

export function itemsSheet(parts: readonly SparePart[]): NewSheet {
  const annualValue = "=[@Cost]*[@Demand12]";
  const header = ["Item", "UoM", "Cost", "Demand12", "ACV", "ABC", "XYZ"];
  return {
    name: "Items",
    rows: [
      header.map((value) => styled(value, "heading")),
      ...parts.map(({ item, unitPrice, demand }): NewCell[] => [
        styled(item, "text"),
        styled("EA", "text"),
        styled(unitPrice, "decimals"),
        styled(sum(demand.slice(-12)), "whole"),
        { formula: annualValue, value: unitPrice * sum(demand.slice(-12)), style: "whole" },
        { style: "centred" },
        { style: "centred" },
      ]),
    ],
    columns: [14, 8, 13, 12, 16, 8, 8].map((width) => ({ width })),
    freeze: { rows: 1, columns: 1 },
    tables: [{ name: "Items", ref: `A1:G${parts.length + 1}`, columnFormulas: { ACV: annualValue } }],
  };
}

/** The same demand twice: one row a month for pivots and imports, and below one row an item for the formulas. */
export function demandSheet(parts: readonly SparePart[]): NewSheet {
  return {
    name: "Demand",
    rows: [
      ["Item", "Location", "Date", "Qty"].map((value) => styled(value, "heading")),
      ...parts.flatMap(({ item, demand }) =>
        demand.map((quantity, month) => [
          styled(item, "text"),
          styled(LOCATION, "text"),
          styled(monthSerial(month), "date"),
          styled(quantity, "whole"),
        ]),
      ),
    ],
    columns: [14, 12, 12, 10].map((width) => ({ width })),
    freeze: { rows: 1 },
    tables: [{ name: "Demand", ref: `A1:D${parts.length * MONTHS + 1}` }],
  };
}

export function historySheet(parts: readonly SparePart[]): NewSheet {
  const months = Array.from({ length: MONTHS }, (_, month) => styled(monthSerial(month), "monthHeading"));
  return {
    name: "History",
    rows: [
      [styled("Item", "heading"), ...months],
      ...parts.map(({ item, demand }) => [
        styled(item, "text"),
        ...demand.map((quantity) => styled(quantity, "whole")),
      ]),
    ],
    columns: [{ width: 14 }, ...months.map(() => ({ width: 9 }))],
    freeze: { rows: 1, columns: 1 },
  };
}

export function settingsSheet(): NewSheet {
  const settings: [string, string, string][] = [
    ["Bucket", "M", "Length of a time bucket: D day, W week, M month, Q quarter"],
    ["FirstMonth", "2023-01", "The source does not date its months; the sample lets them end with 2024-12"],
    ["Currency", "", "The source does not name its currency"],
    ["Location", LOCATION, "The source has one location without a name"],
    [
      "Source",
      "github.com/KhueNguyenTK/Spare-Part-Demand-Forecasting",
      "1,000 automotive spare parts, 24 months. MIT License, Copyright (c) 2023 KhueNguyenTK",
    ],
  ];
  return {
    name: "Settings",
    rows: [
      ["Setting", "Value", "Note"].map((value) => styled(value, "heading")),
      ...settings.map((row) => row.map((value) => styled(value, "text"))),
    ],
    columns: [16, 52, 84].map((width) => ({ width })),
    freeze: { rows: 1 },
    tables: [{ name: "Settings", ref: `A1:C${settings.length + 1}` }],
  };
}

function styled(value: string | number, style: StyleName): NewCell {
  return value === "" ? { style } : { value, style };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
