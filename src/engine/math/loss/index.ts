export { lossFunctionsOf } from "./by-moments";
export { exponentialLossFunctions } from "./exponential-loss";
export { gammaLossFunctions } from "./gamma-loss";
export { lognormalLossFunctions } from "./lognormal-loss";
export type { LossFunctions } from "./loss-functions";
export { negativeBinomialLossFunctions } from "./negative-binomial-loss";
export { normalLossFunctions, normalSecondLoss } from "./normal-loss";
export { poissonLossFunctions } from "./poisson-loss";
export { uniformLossFunctions } from "./uniform-loss";
