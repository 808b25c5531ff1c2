import type { Way } from "../../../analyses/backtest/replay-item";

export const wayNames: Readonly<Record<Way, string>> = {
  done: "Done",
  current: "In force",
  proposed: "Proposed",
  hindsight: "Hindsight",
};
