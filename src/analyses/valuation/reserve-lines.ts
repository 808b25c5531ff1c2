import { sumToTheCent } from "../../engine/valuation";
import type { NrvNeeds } from "./nrv-needs";
import type { ReserveHistory } from "./reserve-history";
import { totalOf, type Reserved } from "./reserved";
import { comparison, type TieOutLine } from "./tie-out/lines";
import type { ValuedRow } from "./valued-stock";

/** The reserve beside last month's, its own movements, and the valuation. */
export function reserveLines(
  reserved: readonly Reserved[],
  rows: readonly ValuedRow[],
  history: ReserveHistory,
  nrv: NrvNeeds,
): TieOutLine[] {
  const { prior, currency, used, released, added, closing } = totalOf(reserved);
  const last = sumToTheCent(
    history.day === undefined
      ? [...nrv.prior.values()]
      : [...history.prior.values()].map(({ amount }) => amount),
  );
  const { tested } = nrv;
  const before =
    history.day === undefined
      ? "Reserve before against write-downs booked before"
      : "Reserve before against last month's closing";
  return [
    { row: comparison("reserve", before, [prior, last]) },
    {
      row: comparison("reserve", "Before, currency, used, released and new against closing", [
        sumToTheCent([prior, currency, -used, -released, added]),
        closing,
      ]),
    },
    {
      row: comparison("reserve", "Value that is covered against Valuation", [
        sumToTheCent(reserved.map(({ row }) => row.Value ?? 0)),
        sumToTheCent(rows.map(({ Value }) => Value ?? 0)),
      ]),
    },
    ...(tested
      ? []
      : [
          {
            row: {
              Step: "reserve" as const,
              Line: "NRV test of this month end",
              State: "differs" as const,
              Class: "missing",
              Note: "run test-nrv first: the reserve goes by the policy alone",
            },
          },
        ]),
  ];
}
