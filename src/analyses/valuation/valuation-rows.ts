import { layersTable, valuationTable } from "../../workbook/tables";
import { tableRows, type TableResult } from "../define-analysis";
import { daysFrom } from "./cut-off";
import type { ItemValue, ValuationMethod } from "./value-item";

interface Facts {
  readonly asOf: number;
  readonly method: ValuationMethod;
  readonly runId: string;
}

/** The tables Valuation and Layers. A place where nothing is and nothing moved in the month is no row. */
export function valuationRows(
  items: readonly ItemValue[],
  { asOf, method, runId }: Facts,
): readonly [valuation: TableResult, layers: TableResult] {
  const standard = (amount: number) => (method === "STANDARD" ? amount : null);
  const values = items.flatMap(({ item, places, faults }) =>
    places
      .filter((place) => hasFigures(place))
      .map((place) => ({
        Item: item,
        Location: place.location,
        AsOf: asOf,
        Method: method,
        Qty: place.quantity,
        VendorQty: place.vendorQuantity,
        Short: place.short,
        Unpriced: place.unpriced,
        UnitCost: place.quantity === 0 ? null : place.value / place.quantity,
        Value: place.value,
        Opening: place.opening,
        Received: place.received,
        Transferred: place.transferred,
        ToSupplier: place.toSupplier,
        COGS: place.costOfSales,
        Rounding: place.rounding,
        PPV: standard(place.purchaseVariance),
        Revaluation: standard(place.revaluation),
        Variance: standard(place.variance),
        Issued12: place.issued12,
        Issued3: place.issued3,
        IssuedBefore: place.issuedBefore,
        LastReceipt: place.lastReceipt,
        LastIssue: place.lastIssue,
        Fault: faultText(faults.filter(({ location }) => location === place.location)),
        RunId: runId,
      })),
  );
  const layers = items.flatMap(({ item, layers: own }) =>
    own.map(({ location, date, ref, quantity, unitCost, value }) => ({
      Item: item,
      Location: location,
      Date: Math.floor(date),
      Ref: ref,
      Qty: quantity,
      UnitCost: unitCost,
      Value: value,
      Age: Math.max(0, daysFrom(date, asOf)),
      RunId: runId,
    })),
  );
  return [tableRows(valuationTable, values), tableRows(layersTable, layers)];
}

function hasFigures(place: ItemValue["places"][number]): boolean {
  const { quantity, vendorQuantity, short, unpriced, value, opening, received, transferred, toSupplier } =
    place;
  return [
    quantity,
    vendorQuantity,
    short,
    unpriced,
    value,
    opening,
    received,
    transferred,
    toSupplier,
    place.issued12,
  ].some((figure) => figure !== 0);
}

const faultText = (faults: ItemValue["faults"]): string | null =>
  faults.length === 0
    ? null
    : `${faults[0].message}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ""}`;
