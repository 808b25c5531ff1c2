import { errorBias } from "./bias";
import { errorMape } from "./mape";
import { errorTs } from "./ts";
import { errorWape } from "./wape";

export const accuracyFunctions = [errorMape, errorWape, errorBias, errorTs] as const;
