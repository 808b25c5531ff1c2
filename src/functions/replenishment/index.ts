import { bufferDdmrp } from "./buffer-ddmrp";
import { eoq } from "./eoq";
import { eoqBackorder } from "./eoq-backorder";
import { eoqDiscount } from "./eoq-discount";
import { eoqDisruption } from "./eoq-disruption";
import { eoqJoint } from "./eoq-joint";
import { eoqYield } from "./eoq-yield";
import { epq } from "./epq";
import { lasttimebuy } from "./lasttimebuy";
import { lotsize } from "./lotsize";
import { newsvendorFunction } from "./newsvendor";
import { newsvendorDisruption } from "./newsvendor-disruption";
import { newsvendorYield } from "./newsvendor-yield";
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
  eoqDisruption,
  eoqYield,
  orderqty,
  lotsize,
  policyRq,
  policySs,
  policyCompare,
  newsvendorFunction,
  newsvendorDisruption,
  newsvendorYield,
  lasttimebuy,
  projectStockFunction,
  simulatePolicy,
  simulateServiceFunction,
  bufferDdmrp,
] as const;
