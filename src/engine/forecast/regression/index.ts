export { fitRegression, type RegressionModel, type RegressionTask } from "./fit-regression";
