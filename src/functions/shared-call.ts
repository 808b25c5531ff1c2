import type { Outcome } from "./evaluate";

/** Why a promise of an answer was not kept: nobody wanted it any more. */
export class CallCancelled extends Error {
  override readonly name = "CallCancelled";

  constructor() {
    super("the call was cancelled");
  }
}

/** One computation that several callers wait for; the last one to leave ends it. */
export class SharedCall {
  private waiting = 0;

  constructor(
    private readonly answer: Promise<Outcome>,
    private readonly onDeserted: () => void,
  ) {}

  join(signal: AbortSignal | undefined): Promise<Outcome> {
    this.waiting++;
    if (signal === undefined) return this.answer;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(new CallCancelled());
        if (--this.waiting === 0) this.onDeserted();
      };
      if (signal.aborted) return leave();
      signal.addEventListener("abort", leave, { once: true });
      const stay = () => signal.removeEventListener("abort", leave);
      this.answer.then(
        (outcome) => {
          stay();
          resolve(outcome);
        },
        (reason) => {
          stay();
          reject(reason);
        },
      );
    });
  }
}
