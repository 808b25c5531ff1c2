import { WorkbookError } from "../workbook";
import type { Exchange } from "./exchange";

/** Milliseconds. */
const askAgain = 1000;

/**
 * Listeners to one kind of event. Excel is asked once, for all of them, when the first one comes; afterwards handlers stay there, for
 * asking again at each opened view would cost a round trip.
 */
export class Happenings {
  private readonly listeners = new Set<() => void>();
  private asked = false;

  constructor(private readonly ask: (tell: () => void) => Promise<void>) {}

  listen(listener: () => void): () => void {
    // A function of its own: the same listener may be added twice, and stopped once.
    const own = () => listener();
    this.listeners.add(own);
    void this.askOnce();
    return () => void this.listeners.delete(own);
  }

  private async askOnce(): Promise<void> {
    if (this.asked) return;
    this.asked = true;
    try {
      await this.ask(() => this.listeners.forEach((listener) => listener()));
    } catch (thrown) {
      this.asked = false;
      // A cell has been edited for so long: ask on. Any other failure goes to the page, which reports errors nobody waits for.
      if (!(thrown instanceof WorkbookError) || thrown.kind !== "busy") throw thrown;
      if (this.listeners.size > 0) setTimeout(() => void this.askOnce(), askAgain);
    }
  }
}

export async function watchSelection(exchange: Exchange, tell: () => void): Promise<void> {
  await exchange.send(() => exchange.workbook.onSelectionChanged.add(async () => tell()));
}

/**
 * Local events only: each co-author's Excel tells its own add-in, and if all of them acted on everybody's edits, they would answer each
 * other without end.
 */
export async function watchChanges(exchange: Exchange, tell: () => void): Promise<void> {
  const local = async ({ source }: { readonly source: string }) => {
    if (source === "Local") tell();
  };
  await exchange.send(() => {
    const { worksheets, tables } = exchange.workbook;
    worksheets.onChanged.add(local);
    worksheets.onDeleted.add(local);
    tables.onAdded.add(local);
    tables.onDeleted.add(local);
  });
}
