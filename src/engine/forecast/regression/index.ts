export { fitRegression, type RegressionModel, type RegressionTask } from "./fit-regression";
export { regression } from "./regression-method";
