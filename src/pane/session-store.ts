import type { Workbook } from "../workbook/workbook";

/** State that outlives the view it belongs to. */
export class SessionStore<T extends object> {
  private readonly listeners = new Set<() => void>();
  constructor(private session: T) {}
  readonly read = (): T => this.session;
  readonly change = (change: Partial<T>): void => {
    this.session = { ...this.session, ...change };
    for (const listener of this.listeners) listener();
  };
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** One store for each workbook and name, made when it is first asked for. */
export function sessionStores<T extends object>(
  initial: T,
): (workbook: Workbook, name: string) => SessionStore<T> {
  const stores = new WeakMap<Workbook, Map<string, SessionStore<T>>>();
  return (workbook, name) => {
    const ofWorkbook = stores.get(workbook) ?? new Map<string, SessionStore<T>>();
    stores.set(workbook, ofWorkbook);
    const store = ofWorkbook.get(name) ?? new SessionStore(initial);
    ofWorkbook.set(name, store);
    return store;
  };
}
