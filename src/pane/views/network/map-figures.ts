import type { MapPlace } from "../../../analyses/network/network-map";
import { formatCompact, formatUnits } from "../../format";

export const mapFigures = ["stock", "service", "safety", "risk"] as const;
/** What stands in each place on the map. */
export type MapFigure = (typeof mapFigures)[number];

export const figureNames: Readonly<Record<MapFigure, string>> = {
  stock: "Stock, money",
  service: "Service time, days",
  safety: "Safety stock, money a year",
  risk: "Margin at risk a week",
};

/** In as few signs as a place has room for; "" where it has none. */
export function figureOf({ stockValue, service, safetyCost, margin }: MapPlace, figure: MapFigure): string {
  const money = (value: number | null) => (value === null ? "" : formatCompact(tens(value)));
  if (figure === "stock") return money(stockValue);
  if (figure === "safety") return money(safetyCost);
  if (figure === "risk") return money(margin);
  if (service === null) return "";
  const [least, most] = service.map(formatUnits);
  return `${least === most ? least : `${least}–${most}`} d`;
}

/** Three figures are enough on a map: 57.5K, 456. */
const tens = (value: number) => (Math.abs(value) < 1000 ? Math.round(value) : value);
