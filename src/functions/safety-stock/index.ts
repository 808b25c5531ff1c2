import { fillrateExpected } from "./fillrate-expected";
import { loss } from "./loss";
import { orderupto } from "./orderupto";
import { rop } from "./rop";
import { safetystock } from "./safetystock";
import { safetystockDrivers } from "./safetystock-drivers";
import { safetystockDynamic } from "./safetystock-dynamic";
import { safetystockEmpirical } from "./safetystock-empirical";
import { safetystockFillrate } from "./safetystock-fillrate";
import { serviceAchieved } from "./service-achieved";
import { servicelevel } from "./servicelevel";

export const safetyStockFunctions = [
  safetystock,
  safetystockFillrate,
  safetystockEmpirical,
  safetystockDrivers,
  safetystockDynamic,
  servicelevel,
  fillrateExpected,
  serviceAchieved,
  rop,
  orderupto,
  loss,
] as const;
