export {
  senseForecast,
  sensingValue,
  signalUplift,
  type SensedForecast,
  type Sensing,
  type SensingRequest,
  type SensingValue,
} from "./sense";
