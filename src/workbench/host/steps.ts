/** Work that rests after each step, so that whoever runs it may give others their turn. */
export type Steps<T> = Generator<void, T, void>;

export function isSteps(value: unknown): value is Steps<unknown> {
  return typeof (value as Partial<Steps<unknown>> | null | undefined)?.next === "function";
}

/** Does all of the work at once. */
export function runAtOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
