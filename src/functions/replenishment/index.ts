import { bufferDdmrp } from "./buffer-ddmrp";
import { eoq } from "./eoq";
import { eoqBackorder } from "./eoq-backorder";
import { eoqDiscount } from "./eoq-discount";
import { eoqJoint } from "./eoq-joint";
import { epq } from "./epq";
import { lasttimebuy } from "./lasttimebuy";
import { lotsize } from "./lotsize";
import { newsvendorFunction } from "./newsvendor";
import { orderqty } from "./orderqty";
import { policyCompare } from "./policy-compare";
import { policyRq } from "./policy-rq";
import { policySs } from "./policy-ss";
import { projectStockFunction } from "./project-stock";
import { simulatePolicy } from "./simulate-policy";
import { simulateServiceFunction } from "./simulate-service";

export const replenishmentFunctions = [
  eoq,
  eoqBackorder,
  epq,
  eoqDiscount,
  eoqJoint,
  orderqty,
  lotsize,
  policyRq,
  policySs,
  policyCompare,
  newsvendorFunction,
  lasttimebuy,
  projectStockFunction,
  simulatePolicy,
  simulateServiceFunction,
  bufferDdmrp,
] as const;
