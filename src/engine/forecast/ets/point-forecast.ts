import { type EtsForm } from "./form";
import type { EtsStates } from "./recursion";

/**
 * Point forecasts: the path without further errors, from the states after the last observation. For forms with a multiplicative
 * trend or season it is not exactly the mean of the future (Hyndman et al. 2008, section 6.1); it is the path that R's recursion
 * has when simulated without errors. R's forecast() differs for damped forms with a multiplicative part, where it sums the damping as
 * phi + phi + phi^2 + ... or leaves the first phi out; the book's sum phi + phi^2 + ... (table 2.1) is kept here.
 */
export function pointForecasts(form: EtsForm, phi: number, states: EtsStates, horizon: number): number[] {
  const { level, trend, seasonal } = states;
  let power = 1;
  let sumOfPhi = 0;
  return Array.from({ length: horizon }, (_, i) => {
    power *= phi;
    sumOfPhi += power;
    let path = level;
    if (form.trend.startsWith("A")) path += sumOfPhi * trend;
    else if (form.trend.startsWith("M")) path *= Math.pow(trend, sumOfPhi);
    if (form.season === "A") path += seasonal[i % seasonal.length];
    else if (form.season === "M") path *= seasonal[i % seasonal.length];
    return path;
  });
}
