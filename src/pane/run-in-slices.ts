/** Work between two rests, in milliseconds: short enough that the pane answers a key at once. */
const SLICE = 30;

/**
 * Runs a job that pauses after each step, resting between slices so that the page stays responsive.
 * @throws the signal's reason once it is aborted
 */
export async function runInSlices<P, T>(
  job: Generator<P, T>,
  signal: AbortSignal,
  onProgress: (progress: P) => void = () => {},
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const until = performance.now() + SLICE;
    let step = job.next();
    while (step.done !== true && performance.now() < until) step = job.next();
    if (step.done === true) return step.value;
    onProgress(step.value);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
