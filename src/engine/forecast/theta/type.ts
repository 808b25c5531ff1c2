/**
 * The four Theta models of Fiorucci et al. (2016): standard or optimised theta, static or dynamic trend line. The standard model is
 * taken as Hyndman and Billah (2003) and R's forecast::thetaf have it: simple exponential smoothing and half the slope.
 */
export const thetaTypes = ["STM", "OTM", "DSTM", "DOTM"] as const;
export type ThetaType = (typeof thetaTypes)[number];

export const isDynamic = (type: ThetaType) => type === "DSTM" || type === "DOTM";
export const isOptimised = (type: ThetaType) => type === "OTM" || type === "DOTM";

/** Level, smoothing weight, and theta where it is fitted. */
export const parameterCount = (type: ThetaType) => (isOptimised(type) ? 3 : 2);

/** What a model of theta lines is given or finds: theta >= 1 is kept as the weight 1 - 1/theta of the trend line, from 0 to 1. */
export interface ThetaParameters {
  /** Smoothing weight of the level. */
  readonly alpha: number;
  /** Level before the first observation. */
  readonly level: number;
  readonly lineWeight: number;
}
