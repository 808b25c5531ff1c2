import type { MapPlace } from "../../../analyses/network/network-map";
import { formatCompact, formatUnits } from "../../format";

export const noFigure = "–";
export const unitsOr = (units: number | null | undefined): string =>
  units === null || units === undefined ? noFigure : formatUnits(units);
export const moneyOr = (money: number | null | undefined): string =>
  money === null || money === undefined ? noFigure : formatCompact(money);
export const daysOr = (days: number | null | undefined): string =>
  days === null || days === undefined ? noFigure : `${formatUnits(days)} d`;

/** What moving a boundary one echelon costs; null where customers would wait too long. */
export function moveWords(change: number | null): string {
  if (change === null) return "not in time";
  return change >= 0 ? `${formatCompact(change)} a year more` : `${formatCompact(-change)} a year less`;
}

export function placeName(item: string, location: string | null): string {
  return location === null || location === "" ? item : `${item} · ${location}`;
}

export function serviceWords(service: readonly [number, number] | null): string {
  if (service === null) return noFigure;
  return service[0] === service[1] ? `${service[0]} days` : `${service[0]} to ${service[1]} days`;
}

export function placeTitle(place: MapPlace | undefined): string {
  if (place === undefined) return "";
  return place.name === "" || place.name === place.id ? place.id : `${place.id} ${place.name}`;
}

/** A place in one breath: what it is, what it holds, what is weak about it. */
export function placeWords(place: MapPlace | undefined): string {
  if (place === undefined) return "";
  const { id, type, stockValue, service, margin, findings } = place;
  const weak = findings.some(
    ({ Finding, Location }) => Finding === "single point of failure" && Location === id,
  );
  const errors = findings.filter(({ Severity }) => Severity === "ERROR").length;
  return [
    `${placeTitle(place)}${type === null ? "" : `, ${type}`}`,
    ...(stockValue === null ? [] : [`stock ${formatCompact(stockValue)}`]),
    ...(service === null ? [] : [`service time ${serviceWords(service)}`]),
    ...(weak
      ? [`single point of failure${margin === null ? "" : `, ${formatCompact(margin)} of margin a week`}`]
      : []),
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? "error" : "errors"}`]),
  ].join("; ");
}
