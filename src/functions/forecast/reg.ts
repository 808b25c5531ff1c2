import { PlanningError } from "../../engine/errors";
import { fitRegression, type RegressionModel } from "../../engine/forecast";
import type { Series } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { count, flag, optional, pairedSeries } from "../arguments";
import type { Cells } from "../cells";
import { type Step, defineFunction, valueSeries } from "../define";
import { shown } from "../shown";
import { driverBlock, periodsOf, readDrivers } from "./drivers";

export const forecastReg = defineFunction({
  name: "FORECAST.REG",
  family: "forecast",
  summary: "Regression on trend, season and drivers known ahead, such as price, promotions or working days.",
  notes: [
    "Least squares on a level, a trend (periods counted 0, 1, 2, ...), the season and the regressors. A season of up to 24 periods has a term for each of its places; a longer one has up to 10 pairs of sine and cosine, as many as give the smallest corrected Akaike criterion. Set season to 1 for none: each place of a season needs its own observations.",
    "Regressors stand as demand does: a column each and a row for each period where demand runs down, a row each where it runs across. Future has the same columns and h rows; without it, rows of regressors below the last demand are the coming periods. A header row is skipped. h left out is the rows of future, else 12.",
    "A period with a blank in demand or in a regressor is left out of the fit; blanks before the first and after the last demand are no history. A blank in future is an error: it is not zero.",
    "log=TRUE fits the logarithm of demand, so that effects are shares; demand must be above 0. The forecast is then the median of what may come, not its mean: no correction for bias is made, and sums of such forecasts lie a little low.",
    "A regressor that follows from level, trend, season and the regressors before it is an error that names it. A forecast may be negative, and none of this proves that a driver is a cause.",
  ],
  args: {
    demand: pairedSeries("Demand history"),
    regressors: optional(
      driverBlock("Drivers in the history", "a row for each period of demand, a column each"),
      undefined,
      "trend and season only",
    ),
    future: optional(
      driverBlock("Drivers in the coming periods", "h rows, the columns of regressors"),
      undefined,
      "rows of regressors below the last demand",
    ),
    h: optional(
      count("Periods to forecast", "periods", { min: 1, max: 1000 }),
      undefined,
      "rows of future, else 12",
    ),
    season: optional(count("Periods in a season; 1 for none", "periods", { min: 1, max: 366 }), 12),
    trend: optional(flag("TRUE has a straight trend"), true),
    log: optional(flag("TRUE fits logarithms: effects are shares"), false),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: [
    cite("hyndman-athanasopoulos-2021", "chapter 7"),
    cite("golub-van-loan-2013", "algorithms 5.2.1 and 5.3.2"),
  ],
  examples: [
    {
      args: [[[10], [12], [14], [16]], null, null, 2, 1],
      returns: [[18], [20]],
      from: "a line of 2 a period",
    },
    {
      args: [[[10, 15, 10, 15, 10]], [[0, 1, 0, 1, 0]], [[1, 1, 0]], null, 1, false],
      returns: [[15, 15, 10]],
      from: "10, and 5 more in a promotion; three coming periods are known",
    },
    {
      args: [[[20], [13], [26], [9], [22], [null], [null]], [[5], [2], [7], [0], [4], [1], [3]], null, 2, 1],
      returns: [[330 / 23], [474 / 23]],
      from: "statsmodels OLS of demand on 1, t and the regressor",
    },
    {
      args: [[[1, 2, 4, 8]], null, null, 2, 1, true, true],
      returns: [[16, 32]],
      from: "doubling: a straight line of logarithms",
    },
    {
      args: [[[4], [8], [5], [9], [6], [10]], null, null, 2, 2],
      returns: [[7], [11]],
      from: "half a unit up each period, the second place 3.5 above the line of the first",
    },
    {
      args: [[[3], [5], [4], [6]], [[2], [2], [2], [2]], [[2]], null, 1],
      returns: {
        error: "#VALUE!",
        message:
          "regressors must each say something that level, trend, season and the columns before do not, got column 1",
      },
      from: "a constant driver says no more than the level",
    },
    {
      args: [[[3], [5], [4], [6]]],
      returns: {
        error: "#N/A",
        message: "demand must hold more complete periods than the regression has unknowns (13), got 4",
      },
      from: "a level, a trend and eleven seasonal terms",
    },
  ],
  run: (args) => {
    const { model, horizon, future } = prepared(args);
    return model.forecast(horizon, future);
  },
  explain: (args) => {
    const { model, future, horizon } = prepared(args);
    return steps(model, model.forecast(horizon, future)[0], args.log);
  },
});

interface Arguments {
  readonly demand: Series;
  readonly regressors: Cells | undefined;
  readonly future: Cells | undefined;
  readonly h: number | undefined;
  readonly season: number;
  readonly trend: boolean;
  readonly log: boolean;
}

const usualHorizon = 12;

function prepared({ demand, regressors: block, future: coming, h, ...rest }: Arguments) {
  let history = demand.length;
  while (history > 0 && Number.isNaN(demand[history - 1])) history--;
  if (history === 0)
    throw new PlanningError("insufficient-data", "demand", "demand must hold numbers, got only blanks");
  const horizon = h ?? periodsOf(coming, block, demand, history) ?? usualHorizon;
  const { regressors, future } = readDrivers(demand, history, horizon, block, coming);
  const model = fitRegression({ series: demand.slice(0, history), regressors, ...rest });
  return { model, horizon, future };
}

function steps(model: RegressionModel, first: number, log: boolean): Step[] {
  const scale = log ? " on the logarithm: exp(effect) times demand" : "";
  return [
    ...model.coefficients.map(({ name, value, sd }) => ({
      label: `Effect: ${name}`,
      formula: `least squares${scale}; standard error ${shown(sd)}`,
      result: value,
    })),
    {
      label: "Standard deviation of what is left",
      formula: `residuals over ${model.degreesOfFreedom} degrees of freedom`,
      result: Math.sqrt(model.residualVariance),
    },
    { label: "Forecast of the next period", formula: "the effects put together", result: first },
  ];
}
