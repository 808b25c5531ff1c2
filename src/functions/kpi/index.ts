import { dos } from "./dos";
import { dosForward } from "./dos-forward";
import { fillrate } from "./fillrate";
import { gmroi } from "./gmroi";
import { ira } from "./ira";
import { kpiBridge } from "./kpi-bridge";
import { turns } from "./turns";

export const kpiFunctions = [turns, dos, dosForward, gmroi, fillrate, ira, kpiBridge] as const;
