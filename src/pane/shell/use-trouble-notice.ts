import { useEffect } from "react";
import { useNotices } from "../notices";
import { usePane } from "../pane-context";

/** Says once that long work runs where it may be felt. */
export function useTroubleNotice(): void {
  const { pool } = usePane();
  const { show } = useNotices();
  useEffect(
    () => pool.onTrouble((text) => show({ intent: "warning", title: "No background workers", text })),
    [pool, show],
  );
}
