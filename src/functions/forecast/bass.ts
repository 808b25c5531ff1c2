import { type Diffusion, bassDiffusion } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { choice, number, optional, series } from "../arguments";
import { type Step, defineFunction, valueSeries } from "../define";
import { shown } from "../shown";
import { horizon } from "./smoothing-arguments";

export const forecastBass = defineFunction({
  name: "FORECAST.BASS",
  family: "forecast",
  summary: "First purchases of a new product: innovators buy by themselves, imitators follow those who have.",
  notes: [
    "Buyers by time t are market x F(t), F(t) = (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t) with p the innovation and q the imitation rate, and sales of a period are the difference of its ends. For durables bought once; purchases that repeat and replacements are not in it.",
    "Before launch leave sales blank and give market, innovation and imitation (rates of similar products a year: 0.03 and 0.38 on average; divide both by 12 for months). With sales since launch, the forecast goes on after them, and what is blank is fitted by least squares on whole periods: two periods more than rates to fit, or one more where market is given.",
    "Until sales have passed their peak they hardly tell the market: give it where you know it. Sales that only grow have no answer without it.",
    "out=CUM is buyers since launch by the end of each period; out=MODEL is one row: market, innovation, imitation, time from launch to the highest sales, sum of squared errors.",
  ],
  args: {
    sales: optional(
      series("Sales since launch", { rule: { min: 0 } }),
      undefined,
      "before launch: market, innovation and imitation are given",
    ),
    h: horizon(12),
    market: optional(number("All who will ever buy", "units", { above: 0 }), undefined, "fitted"),
    innovation: optional(
      number("Share of those left who buy by themselves", "fraction per period", { above: 0, max: 1 }),
      undefined,
      "fitted",
    ),
    imitation: optional(
      number("Rate at which buyers win others", "fraction per period", { min: 0, max: 10 }),
      undefined,
      "fitted",
    ),
    out: optional(choice("Sales, buyers so far, or the model", ["FC", "CUM", "MODEL"]), "FC"),
  },
  vector: true,
  returns: valueSeries("Sales", "units per period"),
  source: [
    cite("bass-1969", "equations 9 and 12"),
    cite("srinivasan-mason-1986", "least squares on sales of whole periods"),
  ],
  examples: [
    {
      args: [null, 4, 1000, 0.03, 0.38],
      returns: [[35.75816426], [49.29811715], [65.44379056], [82.65039977]],
      within: 1e-7,
      from: "the differential equation dF/dt = (p + q F)(1 - F) integrated by scipy's DOP853, times 1000",
    },
    {
      args: [
        [[0.096, 0.195, 0.238, 0.38, 1.045, 1.23, 1.267, 1.828, 1.586, 1.673, 1.8, 1.58, 1.5]],
        null,
        null,
        null,
        null,
        "MODEL",
      ],
      returns: [[18.712742, 0.00944208, 0.3747628, 9.581131, 0.3414684]],
      within: 1e-5,
      from: "millions of room air conditioners, 1949 to 1961: Srinivasan and Mason (1986) print p 0.0094, q 0.3748; these digits by scipy's least_squares",
    },
    {
      args: [[[96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500]], 3, 20000],
      returns: [[1224.8305, 977.2339, 753.5623]],
      within: 0.01,
      from: "thousands, the three years after them in a market of 20 million, by scipy's fit of p and q",
    },
    {
      args: [null, 2, 1000, 0.5, 0, "CUM"],
      returns: [[1000 * (1 - Math.exp(-0.5))], [1000 * (1 - Math.exp(-1))]],
      from: "nobody follows others: an exponential approach, 1000 (1 - e^(-t/2))",
    },
    {
      args: [[[1, 2, 4, 8, 16]]],
      returns: {
        error: "#N/A",
        message: "sales must have slowed down to tell the market, got growth only: give market",
      },
      from: "any market large enough shows the same start",
    },
    {
      args: [null, 4, 1000, 0.03],
      returns: {
        error: "#VALUE!",
        message: "imitation must be given where there are no sales to fit it to, got a blank",
      },
      from: "nothing to fit to",
    },
  ],
  run: ({ out, ...request }) => {
    const { model, forecast, cumulative, peak, sumOfSquares } = bassDiffusion(request);
    if (out === "FC") return forecast;
    if (out === "CUM") return cumulative;
    return [[model.market, model.innovation, model.imitation, peak, sumOfSquares ?? ""]];
  },
  explain: ({ out: _, ...request }) => steps(bassDiffusion(request), request),
});

type Given = Readonly<Record<"market" | "innovation" | "imitation", number | undefined>>;

function steps({ model, forecast, cumulative, peak }: Diffusion, given: Given): Step[] {
  const origin = (name: keyof Given) =>
    given[name] === undefined ? "fitted to sales by least squares" : "as given";
  return [
    { label: "Market m", formula: origin("market"), result: model.market },
    { label: "Innovation p", formula: origin("innovation"), result: model.innovation },
    { label: "Imitation q", formula: origin("imitation"), result: model.imitation },
    {
      label: "Highest sales, periods after launch",
      formula: `ln(q / p) / (p + q), 0 where q is not above p`,
      result: peak,
    },
    {
      label: "Buyers by the end of the next period",
      formula: `${shown(model.market)} x (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t)`,
      result: cumulative[0],
    },
    {
      label: "Sales of the next period",
      formula: "buyers at its end less those at its start",
      result: forecast[0],
    },
  ];
}
