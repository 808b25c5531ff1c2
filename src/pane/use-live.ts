import { useEffect, useState } from "react";
import type { Workbook } from "../workbook/workbook";
import { usePane } from "./pane-context";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly error: Error };

export type WorkbookEvent = "selection" | "changes";

/** A burst of edits, such as a paste or a recalculation, is answered once. */
const QUIET_MILLISECONDS = 150;

/**
 * What `load` reads from the workbook, read again after each of `events`. The last value stays while the next is on its way.
 * `load` must keep its identity between renders.
 */
export function useLive<T>(
  load: (workbook: Workbook) => Promise<T>,
  ...events: readonly WorkbookEvent[]
): Loaded<T> {
  const { workbook } = usePane();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const watched = events.join(" ");
  useEffect(() => {
    let latest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const run = ++latest;
      const result = await load(workbook).then(
        (value): Loaded<T> => ({ state: "ready", value }),
        (error: Error): Loaded<T> => ({ state: "failed", error }),
      );
      if (run === latest) setLoaded(result);
    };
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), QUIET_MILLISECONDS);
    };
    const stops = [
      ...(watched.includes("selection") ? [workbook.onSelectionChanged(readSoon)] : []),
      ...(watched.includes("changes") ? [workbook.onChanged(readSoon)] : []),
    ];
    void read();
    return () => {
      latest++;
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [load, watched, workbook]);
  return loaded;
}
