import { insufficientData } from "../../engine/errors";
import { senseForecast, sensingValue } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { choice, fraction, number, optional, pairedSeries, series, type ScalarArgument } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { orBlank } from "../or-blank";
import { shown } from "../shown";

const share = fraction("How far the signal is believed");
/** AUTO, or a weight from 0 to 1; undefined stands for AUTO. */
const weight: ScalarArgument<number | undefined> = {
  ...share,
  optional: true,
  defaultText: '"AUTO"',
  unit: "AUTO or fraction",
  rule: `AUTO, or ${share.rule}`,
  parse: (cell, name) => {
    if (cell === null || (typeof cell === "string" && cell.trim().toUpperCase() === "AUTO")) return undefined;
    return share.parse(cell, name);
  },
};

export const forecastSense = defineFunction({
  name: "FORECAST.SENSE",
  family: "forecast",
  summary: "Short-term forecast shifted by what the latest signal says, fading over the next periods.",
  notes: [
    "Uplift: sum of signal / sum of expected - 1, over the periods in which both have a number. Give the periods that are news, such as the last four weeks of point-of-sale or orders, or the days of this week so far; they need not be periods of the forecast. Where the signal is what was shipped into a channel, give channel, by how much its stock grew in each period (closing less opening): demand is shipments less that growth. A period in which it is blank is left out.",
    "The shift is weight x uplift, held within the cap: full in the first period of the forecast, fading in equal steps, gone after decay periods. AUTO believes the signal as far as it stands out from its own scatter: 1 - (standard error of the uplift / uplift)^2, at least 0; it needs two periods.",
    "out=FVA shows what sensing would have been worth within the signal, each period foretold from those before it: WAPE of expected, WAPE when sensed, the difference (above 0 is a gain), periods judged. Look at it before trusting the shift; one number more than weight needs.",
  ],
  args: {
    forecast: series("Forecast of the coming periods"),
    signal: pairedSeries("What was seen lately", { unit: "units per period", rule: { min: 0 } }),
    expected: pairedSeries("What the forecast had led one to expect of it", {
      unit: "units per period",
      rule: { min: 0 },
    }),
    weight,
    cap: optional(number("Largest shift either way", "fraction", { min: 0, hint: "write 0.3 or 30%" }), 0.3),
    decay: optional(number("Periods until the shift is gone", "periods", { above: 0 }), 4),
    out: optional(choice("Forecast, or what sensing is worth", ["FC", "FVA"]), "FC"),
    channel: optional(
      pairedSeries("By how much stock in the channel grew in each period of the signal"),
      undefined,
      "the signal is demand itself",
    ),
  },
  vector: true,
  returns: valueSeries("Sensed forecast", "units per period"),
  source: [
    cite("cochran-1977", "section 6.4, standard error of a ratio"),
    cite("gilliland-2010", "ch. 4, value added"),
    cite("lee-padmanabhan-whang-1997", "section 1"),
  ],
  examples: [
    {
      args: [[[100], [100], [100], [100], [100]], [[60], [60]], [[50], [50]], 1],
      returns: [[120], [115], [110], [105], [100]],
      from: "120 / 100: a fifth, then three quarters, half, a quarter of it",
    },
    {
      args: [[[100, 100]], [[80]], [[40]], 1],
      returns: [[130, 122.5]],
      from: "doubled, held at the cap of 30 %",
    },
    {
      args: [[[200, 200]], [[66, 54]], [[50, 50]], null, null, 2],
      returns: [[225.6, 212.8]],
      within: 1e-9,
      from: "uplift 0.2, standard error sqrt(2 x (6^2 + 6^2)) / 100 = 0.12: weight 1 - 0.36, shift 0.128",
    },
    {
      args: [[[100, 100]], [[60, 60]], [[50, 50]], 1, null, null, "FVA"],
      returns: [[1 / 6, 0, 1 / 6, 1]],
      from: "second period: 50 expected, 60 sensed, 60 seen",
    },
    {
      args: [[[100, 100]], [[80, 75]], [[50, 50]], 1, null, null, null, [[20, 15]]],
      returns: [[120, 115]],
      from: "60 of each period's shipments were sold on: 120 / 100",
    },
    {
      args: [[[100, 100]], [[80, 75]], [[50, 50]], 1, null, null, null, [[20]]],
      returns: {
        error: "#VALUE!",
        message: "channel must have as many periods as signal (2), got 1",
      },
      from: "unequal lengths",
    },
    {
      args: [[[100]], [[60]], [[50]]],
      returns: { error: "#N/A", message: 'signal must hold at least 2 periods for weight "AUTO", got 1' },
      from: "one period has no scatter",
    },
  ],
  run: ({ out, forecast, decay, ...sensing }) => {
    if (out === "FC") return senseForecast({ forecast, decay, ...sensing }).forecast.map(orBlank);
    const value = sensingValue(sensing);
    if (value === undefined) {
      throw insufficientData(
        "signal",
        "must hold more periods, not all 0, to show its value",
        sensing.signal.length,
      );
    }
    return [[value.before, value.sensed, value.valueAdded, value.n]];
  },
  explain: ({ out: _, ...request }) => {
    const { uplift, shift, ...sensed } = senseForecast(request);
    const value = sensingValue(request);
    return [
      {
        label: "Uplift",
        formula: `sum of signal${request.channel === undefined ? "" : " less growth of stock in the channel"} / sum of expected - 1`,
        result: uplift,
      },
      {
        label: "Weight",
        formula: request.weight === undefined ? "1 - (standard error / uplift)^2, at least 0" : "as given",
        result: sensed.weight,
      },
      {
        label: "Shift of the first period",
        formula: `${shown(sensed.weight)} x ${shown(uplift)}, within +-${shown(request.cap)}`,
        result: shift,
      },
      {
        label: "Value added so far",
        formula:
          value === undefined
            ? "too few periods of signal to say"
            : `WAPE ${shown(value.before)} as expected, ${shown(value.sensed)} sensed, over ${value.n} periods`,
        result: value?.valueAdded ?? "",
      },
      {
        label: "Sensed forecast of the first period",
        formula: `${shown(request.forecast[0])} x (1 + ${shown(shift)})`,
        result: sensed.forecast[0],
      },
    ];
  },
});
