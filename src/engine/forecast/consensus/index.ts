export { consensus, inverseErrorWeights, streamRecord, type StreamRecord } from "./combine";
export { splitTotal, type SplitRequest } from "./split";
