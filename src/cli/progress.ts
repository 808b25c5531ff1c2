import type { CommandStreams } from "./command";

/** One line that is written over, where a person is looking; silence in a log. */
export function progressOn(stderr: CommandStreams["stderr"]): {
  show: (done: number, total: number) => void;
  end: () => void;
} {
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined };
  let shown = "";
  return {
    show: (done, total) => {
      const text = `Calculating ${done.toLocaleString("en")} of ${total.toLocaleString("en")} formulas`;
      stderr.write(`\r${text.padEnd(shown.length)}`);
      shown = text;
    },
    end: () => {
      if (shown !== "") stderr.write(`\r${" ".repeat(shown.length)}\r`);
    },
  };
}
