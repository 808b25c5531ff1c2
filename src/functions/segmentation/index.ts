import { abcclass } from "./abcclass";
import { xyzclass } from "./xyzclass";

export const segmentationFunctions = [abcclass, xyzclass] as const;
