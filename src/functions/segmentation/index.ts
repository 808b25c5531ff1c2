import { abcclass } from "./abcclass";
import { classAhp } from "./class-ahp";
import { classMigration } from "./class-migration";
import { classMulti } from "./class-multi";
import { classValidate } from "./class-validate";
import { serviceCurveFunction } from "./service-curve";
import { serviceOptimise } from "./service-optimise";
import { xyzclass } from "./xyzclass";

export const segmentationFunctions = [
  abcclass,
  xyzclass,
  classValidate,
  classMulti,
  classAhp,
  classMigration,
  serviceCurveFunction,
  serviceOptimise,
] as const;
