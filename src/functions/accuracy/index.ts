import { errorAll } from "./all";
import { errorBias } from "./bias";
import { errorDrift } from "./drift";
import { errorLtsigma } from "./ltsigma";
import { errorMape } from "./mape";
import { errorTs } from "./ts";
import { errorWape } from "./wape";

export const accuracyFunctions = [
  errorMape,
  errorWape,
  errorBias,
  errorTs,
  errorLtsigma,
  errorDrift,
  errorAll,
] as const;
