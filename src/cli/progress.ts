import type { CommandStreams } from "./command";

export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly end: () => void;
}

/** One line that is written over, where a person is looking; silence in a log. */
export function lineOn(stderr: CommandStreams["stderr"]): ProgressLine {
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined };
  let shown = "";
  return {
    show: (text) => {
      stderr.write(`\r${text.padEnd(shown.length)}`);
      shown = text;
    },
    end: () => {
      if (shown !== "") stderr.write(`\r${" ".repeat(shown.length)}\r`);
    },
  };
}
