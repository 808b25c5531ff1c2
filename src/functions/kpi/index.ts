import { dos } from "./dos";
import { gmroi } from "./gmroi";
import { turns } from "./turns";

export const kpiFunctions = [turns, dos, gmroi] as const;
