export { soldOn } from "./channel";
export {
  fadedShift,
  sense,
  senseForecast,
  sensingValue,
  signalUplift,
  type SensedForecast,
  type Sensing,
  type SensingRequest,
  type SensingValue,
} from "./sense";
