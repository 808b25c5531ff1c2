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
