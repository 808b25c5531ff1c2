import { leadTimeStatistics } from "../../engine/supply";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { number, optional } from "../arguments";
import { dates } from "../date-arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";

export const leadtimeStats = defineFunction({
  name: "LEADTIME.STATS",
  family: "supply",
  summary:
    "Lead times from order and receipt days: count, mean, sd, median, 90 % point, share late, days late.",
  notes: [
    "One line a receipt: give the first receipt of an order, the last, or each, as your planning means it. Lines without either day are open and do not count. Lines received before they were ordered are dropped; the explanation says how many.",
    "exclude is the share of lead times left out as outliers, half of it at each end. Lateness counts all receipts that have a due day; days late is the mean of those that were late. Blank where it cannot be said.",
    "workdays, such as 5, counts only that many days of each week from Monday on; holidays are days that do not count either.",
  ],
  args: {
    ordered: dates("Order day of each line"),
    received: dates("Receipt day of each line"),
    due: optional(dates("Promised day of each line"), undefined, "no promises"),
    exclude: optional(
      number("Share of lead times left out as outliers", "fraction", { min: 0, below: 0.5 }),
      0.02,
    ),
    workdays: optional(
      number("Working days a week", "days", { min: 1, max: 7, integer: true }),
      undefined,
      "calendar days",
    ),
    holidays: optional(dates("Days off besides, in any order"), undefined, "none"),
  },
  returns: row("Lead time", "receipts, days, days, days, days, fraction, days", [
    "n",
    "mean",
    "sd",
    "median",
    "p90",
    "late share",
    "days late",
  ]),
  source: cite("silver-pyke-thomas-2017", "section 6.10.3"),
  examples: [
    {
      args: [
        [["2024-01-01"], ["2024-01-10"], ["2024-02-01"]],
        [["2024-01-11"], ["2024-01-22"], ["2024-02-21"]],
        [["2024-01-11"], ["2024-01-20"], ["2024-02-11"]],
      ],
      returns: [[3, 14, 5.291502622129181, 12, 18.4, 0.6666666666666666, 6]],
      from: "10, 12 and 20 days; 2 and 10 days late",
    },
    {
      args: [[["2024-01-05"]], [["2024-01-08"]], null, null, 5],
      returns: [[1, 1, "", 1, 1, "", ""]],
      from: "Friday to Monday is one working day",
    },
    {
      args: [
        [["2024-12-20"]],
        [["2025-01-03"]],
        null,
        null,
        5,
        [["2024-12-25"], ["2024-12-28"], ["2025-01-01"]],
      ],
      returns: [[1, 8, "", 8, 8, "", ""]],
      from: "ten working days less two holidays; the third is a Saturday",
    },
    {
      args: [[["2024-01-05"]], [["2024-01-03"]]],
      returns: {
        error: "#N/A",
        message:
          "received must hold at least one receipt on or after its order, got 1 received before their order",
      },
      from: "received before it was ordered",
    },
  ],
  run: (args) => {
    const { n, mean, sd, median, p90, lateShare, daysLate } = statistics(args);
    return [n, mean, sd ?? "", median, p90, lateShare ?? "", daysLate ?? ""];
  },
  explain: (args) => {
    const { n, mean, sd, dropped, p90 } = statistics(args);
    return [
      { label: "Receipts that count", formula: `outliers of ${shown(args.exclude)} left out`, result: n },
      { label: "Received before they were ordered", formula: "dropped", result: dropped },
      {
        label: "Mean lead time",
        formula:
          args.workdays === undefined && args.holidays === undefined ? "calendar days" : "working days",
        result: mean,
      },
      { label: "Standard deviation", formula: "sample, n - 1", result: sd ?? "not known of one receipt" },
      { label: "90 % took no longer than", formula: "interpolated", result: p90 },
    ];
  },
});

interface Parsed {
  readonly ordered: readonly number[];
  readonly received: readonly number[];
  readonly due: readonly number[] | undefined;
  readonly exclude: number;
  readonly workdays: number | undefined;
  readonly holidays: readonly number[] | undefined;
}

function statistics({ ordered, received, due, exclude, workdays, holidays }: Parsed) {
  for (const [name, list] of [
    ["received", received],
    ["due", due ?? ordered],
  ] as const) {
    if (list.length !== ordered.length)
      throw invalidInput(name, `must have as many entries as ordered (${ordered.length})`, list.length);
  }
  return leadTimeStatistics({ ordered, received, due }, { exclude, workdays, holidays });
}
