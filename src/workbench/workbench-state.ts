import type { BlankRule } from "../calculator/argument-rules";

export interface Message {
  readonly id: number;
  readonly intent: "error" | "warning" | "info" | "success";
  readonly title: string;
  readonly text: string;
}

/** One calculation, from the edit to the last result shown. */
export interface CalculationTime {
  readonly milliseconds: number;
  readonly calls: number;
}

export type Activity = "starting" | "calculating" | "idle";

/** What the page shows around the grid. */
export interface WorkbenchState {
  readonly fileName: string;
  readonly changed: boolean;
  readonly activity: Activity;
  readonly blanks: BlankRule;
  readonly dark: boolean;
  readonly messages: readonly Message[];
  /** Office.js calls the host could not answer, most recent last. */
  readonly unimplemented: readonly string[];
  readonly times: readonly CalculationTime[];
}

type Listener = () => void;

export class WorkbenchStore {
  private listeners = new Set<Listener>();
  private nextMessage = 1;

  constructor(private state: WorkbenchState) {}

  readonly get = (): WorkbenchState => this.state;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(change: Partial<WorkbenchState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  tell(intent: Message["intent"], title: string, text: string): void {
    this.set({ messages: [...this.state.messages, { id: this.nextMessage++, intent, title, text }] });
  }

  dismiss(id: number): void {
    this.set({ messages: this.state.messages.filter((message) => message.id !== id) });
  }
}
