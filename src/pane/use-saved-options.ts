import { useCallback, useEffect, useState } from "react";
import type { GivenOptions } from "./components/OptionFields";
import { usePane } from "./pane-context";

/** Options that are kept with the workbook under a key; undefined while they are being read. */
export function useSavedOptions(
  key: string,
): readonly [GivenOptions | undefined, (options: GivenOptions) => void] {
  const { workbook } = usePane();
  const [options, setOptions] = useState<GivenOptions>();
  useEffect(() => {
    let wanted = true;
    workbook.setting(key).then(
      (saved) => wanted && setOptions(parsed(saved)),
      () => wanted && setOptions({}),
    );
    return () => {
      wanted = false;
    };
  }, [workbook, key]);
  const change = useCallback(
    (next: GivenOptions) => {
      setOptions(next);
      // A preference that cannot be kept still counts until the pane is closed.
      workbook.saveSetting(key, JSON.stringify(next)).catch(() => undefined);
    },
    [workbook, key],
  );
  return [options, change];
}

function parsed(saved: string | undefined): GivenOptions {
  try {
    const value: unknown = JSON.parse(saved ?? "{}");
    return typeof value === "object" && value !== null ? (value as GivenOptions) : {};
  } catch {
    return {};
  }
}
