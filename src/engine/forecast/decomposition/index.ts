export { longSeasonMean } from "./long-season-mean";
export { mstl, type MstlDecomposition, type MstlSettings } from "./mstl";
export { longSeasonRefusal } from "./seasonally-adjusted";
export { stl, type StlDecomposition, type StlSettings } from "./stl";
export { stlEts, stlTheta } from "./stl-methods";
