import { orderupto } from "./orderupto";
import { rop } from "./rop";
import { safetystock } from "./safetystock";
import { safetystockDrivers } from "./safetystock-drivers";
import { safetystockFillrate } from "./safetystock-fillrate";
import { servicelevel } from "./servicelevel";

export const safetyStockFunctions = [
  safetystock,
  safetystockFillrate,
  safetystockDrivers,
  servicelevel,
  rop,
  orderupto,
] as const;
