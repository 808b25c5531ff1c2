import { consensus, inverseErrorWeights, streamRecord } from "../../engine/forecast";
import { PlanningError } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { numbers, optional } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { matrix, sameColumns, type Matrix } from "../matrix-arguments";
import { orBlank } from "../or-blank";

export const forecastConsensus = defineFunction({
  name: "FORECAST.CONSENSUS",
  family: "forecast",
  summary:
    "One forecast from several streams (statistics, sales, market), weighted by you or by their past errors.",
  notes: [
    "Streams stand in columns, periods in rows. In each period the streams with a number share the weight of those without; a period in which none speaks stays empty.",
    "With past errors (forecast - actual, a column a stream) each stream's mean error is taken out of it, and weights are in inverse proportion to the mean squared error that is left. Weights given beside errors are used as they are; the bias still comes out.",
    "With neither, all streams weigh the same.",
  ],
  args: {
    streams: matrix("Forecast streams, one a column", { unit: "units per period" }),
    weights: optional(
      numbers("Weight of each stream", "ratio", { min: 0 }),
      undefined,
      "by past errors, else equal",
    ),
    errors: optional(
      matrix("Past errors, forecast - actual, one column a stream", { unit: "units per period" }),
      undefined,
      "bias not known",
    ),
  },
  returns: valueSeries("Consensus forecast", "units per period"),
  source: cite("bates-granger-1969", "section 2"),
  examples: [
    {
      args: [
        [
          [100, 120],
          [null, null],
          [110, null],
        ],
        [[3, 1]],
      ],
      returns: [[105], [""], [110]],
      from: "(3 x 100 + 120) / 4; both streams are silent; the second is",
    },
    {
      args: [
        [[100, 130]],
        null,
        [
          [2, 24],
          [-2, 16],
        ],
      ],
      returns: [[102]],
      from: "biases 0 and 20, squared errors 4 and 16: 0.8 x 100 + 0.2 x 110",
    },
    {
      args: [[[100, 130]], [[1, 1, 1]]],
      returns: { error: "#VALUE!", message: "weights must have one entry a stream (2), got 3" },
      from: "three weights for two streams",
    },
  ],
  run: ({ streams, weights, errors }) => {
    const count = streams[0].length;
    if (weights !== undefined && weights.length !== count) {
      const message = `weights must have one entry a stream (${count}), got ${weights.length}`;
      throw new PlanningError("invalid-input", "weights", message);
    }
    const records = errors && recordsOf(errors, count);
    const shares = weights ?? (records ? inverseErrorWeights(records) : new Array<number>(count).fill(1));
    const biases = records?.map(({ bias }) => bias) ?? new Array<number>(count).fill(0);
    return consensus(streams, shares, biases).map((units) => [orBlank(units)]);
  },
});

function recordsOf(errors: Matrix, count: number) {
  sameColumns("errors", errors, "streams", count);
  return errors[0].map((_, stream) =>
    streamRecord(
      errors.map((row) => row[stream]),
      stream,
    ),
  );
}
