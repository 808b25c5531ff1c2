/** Milliseconds from one look of Office.js to the next whether it may send answers again, and a little for the message to arrive. */
const step = 53;

/**
 * After a message of answers Office.js sends none for 200 ms. From the first answer it has meanwhile, it looks every 50 ms whether that
 * pause is over. So what is called right after an answer is answered after up to 250 ms, and what is called one look later after little
 * more than 200: calls that follow an answer wait for that look. Cells that depend on each other need it once a step.
 */
export class AnswerRhythm<Message> {
  private held: Message[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private answered = -Infinity;

  constructor(
    private readonly send: (messages: readonly Message[]) => void,
    private readonly now: () => number,
  ) {}

  /** Answers have come just now. */
  noteAnswers(): void {
    this.answered = this.now();
  }

  /** Messages keep their order. */
  post(messages: readonly Message[]): void {
    if (messages.length === 0) return;
    this.held.push(...messages);
    if (this.timer !== undefined) return;
    const wait = this.answered + step - this.now();
    if (wait <= 0) this.release();
    else this.timer = setTimeout(() => this.release(), wait);
  }

  /** Forgets what is held back, because the add-in is gone or gets all of it anew. */
  drop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.held = [];
  }

  private release(): void {
    const messages = this.held;
    this.drop();
    this.send(messages);
  }
}
