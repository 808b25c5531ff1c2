import { observed, type Series } from "../../demand";
import { etsRefusal, fitEts, parameterCount, type EtsModel } from "../ets";
import { isSeasonal } from "../seasonal-adjustment";
import { steadiness } from "../steadiness";
import { beliefs, type Forgetting } from "./discounting";
import type { LeadTimeDemand } from "./distribution";
import { frequentDemand } from "./frequent";
import { regularDemand, type Simulation } from "./regular";
import { sporadicDemand } from "./sporadic";

/**
 * Up to this share of periods without demand, a regular description is fair too, where the level wanders: the mean of the quantiles beats
 * either; measured on spare parts and hospital counts.
 */
const someZeros = 0.3;
/** Beyond this share the history is a question of whether, not of how much: below, its periods are counted, their mean in doubt. */
const mostlyZeros = 0.5;
/** Squared error of the model, with its parameters paid for, over that of a discounted mean: below this there is trend or season to follow. */
const clearlyBetter = 0.7;

export type Description = "sporadic" | "regular" | "both";

/** Which description of demand the history calls for. */
export function describe(
  series: Series,
  season: number,
): { readonly kind: Description; readonly model?: EtsModel } {
  const zeros = shareOfZeros(series);
  if (isMostlyZeros(series) || etsRefusal(series) !== null) return { kind: "sporadic" };
  if (zeros > someZeros && !isSeasonal(series, season)) return { kind: "sporadic" };
  const model = fitEts(series, season, { form: "AUTO" });
  if (relativeError(series, model) < clearlyBetter) return { kind: "regular", model };
  return zeros > someZeros ? { kind: "sporadic" } : { kind: "both", model };
}

export function automaticDemand(
  series: Series,
  season: number,
  periods: number,
  simulation: Simulation,
): LeadTimeDemand {
  const { kind, model } = describe(series, season);
  if (model !== undefined && kind === "regular") return regularDemand(series, model, periods, simulation);
  const steady = steadyDemand(series, periods);
  // Where the level stays, the model would follow noise.
  const share = 0.5 * (1 - steadiness(series, 1, 2));
  if (model === undefined || share === 0) return steady;
  const regular = regularDemand(series, model, periods, simulation);
  const mean = (a: number, b: number) => share * a + (1 - share) * b;
  return {
    method: `${Math.round(100 * share)} % ${regular.method}, rest ${steady.method}`,
    mean: mean(regular.mean, steady.mean),
    quantile: (probability) => mean(regular.quantile(probability), steady.quantile(probability)),
  };
}

/** Demand without trend and season: whether it comes and how much where it mostly stays away, counted period by period where it does not. */
export function steadyDemand(series: Series, periods: number): LeadTimeDemand {
  const demand = Float64Array.from(observed(series));
  return isMostlyZeros(series) ? sporadicDemand(demand, periods) : frequentDemand(demand, periods);
}

function isMostlyZeros(series: Series): boolean {
  return shareOfZeros(series) > mostlyZeros;
}

function shareOfZeros(series: Series): number {
  const values = observed(series);
  return values.filter((value) => value === 0).length / values.length;
}

/** Final prediction error (Akaike 1969) of the model over the squared one-step error of the discounted mean, the first quarter left out. */
function relativeError(series: Series, model: EtsModel): number {
  const forgetting = beliefs(Float64Array.from(observed(series)));
  const means = new DiscountedMeans(forgetting);
  const from = Math.max(3, Math.floor(series.length / 4));
  let ofMean = 0;
  let ofModel = 0;
  let n = 0;
  series.forEach((value, t) => {
    if (Number.isNaN(value)) return;
    if (t >= from) {
      ofMean += (value - means.forecast()) ** 2;
      ofModel += (value - model.fitted[t]) ** 2;
    }
    means.add(value);
    n++;
  });
  const k = parameterCount(model.form, model.season);
  if (ofMean === 0) return 0;
  return ((ofModel / ofMean) * (n + k)) / Math.max(1, n - k);
}

class DiscountedMeans {
  private readonly sums: number[];
  private readonly weights: number[];

  constructor(private readonly forgetting: readonly Forgetting[]) {
    this.sums = forgetting.map(() => 0);
    this.weights = forgetting.map(() => 0);
  }

  /** Mean of the means, each by the belief in its discount. */
  forecast(): number {
    return this.forgetting.reduce(
      (mean, { belief }, i) => mean + (belief * this.sums[i]) / this.weights[i],
      0,
    );
  }

  add(value: number): void {
    this.forgetting.forEach(({ discount }, i) => {
      this.sums[i] = discount * this.sums[i] + value;
      this.weights[i] = discount * this.weights[i] + 1;
    });
  }
}
