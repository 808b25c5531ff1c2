export {
  CustomFunctionBridge,
  type FunctionRequest,
  type FunctionValue,
  type HostMessage,
} from "./custom-function-bridge";
export type {
  HostCell,
  HostChart,
  HostEvent,
  HostFormat,
  HostInput,
  HostRange,
  HostSheet,
  HostTable,
  HostValue,
  HostWorkbook,
} from "./host-workbook";
export { OfficeHost } from "./office-host";
export type { Steps } from "./steps";
export { connectFrame, frameName } from "./transport/iframe";
export { connectInPage } from "./transport/in-page";
