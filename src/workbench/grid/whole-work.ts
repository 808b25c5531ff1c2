import type { Steps } from "../host";

/** Milliseconds of work after which the page draws and answers the user. */
const slice = 16;

export interface Surroundings {
  /** Milliseconds of a clock. */
  readonly now: () => number;
  /** Settles when others have had their turn. */
  readonly rest: () => Promise<void>;
  /** The work rests for the first time. Answers what to call when all of it is done. */
  readonly onRest: () => () => void;
}

/**
 * Work in steps that is one whole to everybody else although the page lives on in between: whoever is about to change something while it
 * rests has it finished first. One piece of work at a time.
 */
export class WholeWork {
  private advance: ((until: number) => void) | undefined;
  private working = false;
  private abandoned = false;

  constructor(private readonly surroundings: Surroundings) {}

  /** `end` is called with the last step, before anybody else has a turn. Never settles once the work is abandoned. */
  async run<T>(steps: Steps<T>, end: () => void): Promise<T> {
    const { now, rest, onRest } = this.surroundings;
    let result: { readonly value: T } | { readonly thrown: unknown } | undefined;
    let wake: (() => void) | undefined;
    const close = () => {
      this.advance = undefined;
      end();
      wake?.();
    };
    this.advance = (until) => {
      this.working = true;
      try {
        while (result === undefined) {
          const step = steps.next();
          if (step.done === true) result = { value: step.value };
          else if (now() >= until) break;
        }
      } catch (thrown) {
        result = { thrown };
      } finally {
        this.working = false;
      }
      if (result !== undefined) close();
    };
    this.advance(now() + slice);
    if (result === undefined) wake = onRest();
    while (result === undefined) {
      await rest();
      if (this.abandoned) return new Promise<never>(() => undefined);
      this.advance?.(now() + slice);
    }
    if ("thrown" in result) throw result.thrown;
    return result.value;
  }

  /** What it is about is gone: nothing more is done. */
  abandon(): void {
    this.abandoned = true;
    this.advance = undefined;
  }

  /** Does at once what is left of the work that rests; not while it is at work itself. */
  finish(): void {
    if (!this.working) this.advance?.(Infinity);
  }
}
