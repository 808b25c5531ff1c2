import { bufferDdmrp } from "./buffer-ddmrp";
import { eoq } from "./eoq";
import { lotsize } from "./lotsize";
import { orderqty } from "./orderqty";
import { projectStockFunction } from "./project-stock";

export const replenishmentFunctions = [eoq, orderqty, lotsize, projectStockFunction, bufferDdmrp] as const;
