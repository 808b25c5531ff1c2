import { useCallback, useEffect, useState } from "react";
import { usePane } from "./pane-context";

const KEY = "decider.name";

/** Who decides, as written beside each decision; kept with the workbook. Office tells a task pane no name. */
export function useDecider(): readonly [string, (name: string) => void] {
  const { workbook } = usePane();
  const [name, setName] = useState("");
  useEffect(() => {
    let wanted = true;
    workbook.setting(KEY).then(
      (saved) => wanted && setName(saved ?? ""),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [workbook]);
  const change = useCallback(
    (next: string) => {
      setName(next);
      workbook.saveSetting(KEY, next).catch(() => undefined);
    },
    [workbook],
  );
  return [name, change];
}
