export { senseForecast, signalUplift, type SensedForecast, type SensingRequest } from "./sense";
