import { requestImmediateMacroTask } from "@univerjs/core";

/** Milliseconds after which a page that is not being painted, such as one in the background, is waited for no longer. */
const longestWait = 50;

/** Settles when the page has shown what there is to show now. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestWait);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // Callbacks of a frame run before its picture is made.
      setTimeout(resolve);
    });
  });
}

/** Settles in the next task, which other than a timer comes at once and in a page in the background too. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const stop = requestImmediateMacroTask(() => {
      stop();
      resolve();
    });
  });
}
