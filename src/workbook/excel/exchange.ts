import { isCellEdit } from "./failure";

/** Pauses before each further try, in milliseconds: about ten seconds, the time to finish typing a short formula. */
export const patientPauses: readonly number[] = [100, 200, 400, 800, ...Array<number>(8).fill(1000)];

/** The round trips of one job. */
export class Exchange {
  constructor(
    readonly context: Excel.RequestContext,
    private readonly pauses: readonly number[],
  ) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /**
   * One round trip: `record` says what is asked and ordered, and answers the proxies to read from. While the user edits a cell Excel
   * refuses the whole message, so it is recorded and sent again; what earlier trips of the job wrote is not written twice.
   */
  async send<T>(record: () => T): Promise<T> {
    for (let tries = 0; ; tries++) {
      const asked = record();
      try {
        await this.context.sync();
        return asked;
      } catch (thrown) {
        if (!isCellEdit(thrown) || tries >= this.pauses.length) throw thrown;
        await new Promise((resolve) => setTimeout(resolve, this.pauses[tries]));
      }
    }
  }
}
