import { observed, type Series } from "../../demand";
import { etsRefusal, fitEts, parameterCount, type EtsModel } from "../ets";
import { isSeasonal } from "../seasonal-adjustment";
import { beliefs, type Forgetting } from "./discounting";
import type { LeadTimeDemand } from "./distribution";
import { regularDemand, type Simulation } from "./regular";
import { sporadicDemand } from "./sporadic";

/**
 * Up to this share of periods without demand, sporadic and regular description are both fair, and the mean of their quantiles beats
 * either; measured on spare parts and hospital counts.
 */
const someZeros = 0.3;
/** Beyond this share the history is a question of whether, not of how much. */
const mostlyZeros = 0.5;
/** Squared error of the model, with its parameters paid for, over that of a discounted mean: below this there is trend or season to follow. */
const clearlyBetter = 0.7;

export type Description = "sporadic" | "regular" | "both";

/** Which description of demand the history calls for. */
export function describe(
  series: Series,
  season: number,
): { readonly kind: Description; readonly model?: EtsModel } {
  const values = observed(series);
  const zeros = values.filter((value) => value === 0).length / values.length;
  if (zeros > mostlyZeros || etsRefusal(series) !== null) return { kind: "sporadic" };
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
  const sporadic = sporadicDemand(Float64Array.from(observed(series)), periods);
  if (model === undefined) return sporadic;
  const regular = regularDemand(series, model, periods, simulation);
  return {
    method: `mean of ${sporadic.method} and ${regular.method}`,
    mean: (sporadic.mean + regular.mean) / 2,
    quantile: (probability) => (sporadic.quantile(probability) + regular.quantile(probability)) / 2,
  };
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
