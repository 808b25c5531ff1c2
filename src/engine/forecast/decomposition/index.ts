export { mstlEts } from "./daily-seasons";
export {
  dailySeasonsRefusal,
  type LongSeason,
  longSeasonRefusal,
  takeOutLongSeason,
  yearOfDays,
} from "./long-season";
export { longSeasonMean, longSeasonWeight, withAndWithoutLongSeason } from "./long-season-mean";
export { mstl, type MstlDecomposition, type MstlSettings } from "./mstl";
export { stl, type StlDecomposition, type StlSettings } from "./stl";
export { stlEts, stlTheta } from "./stl-methods";
