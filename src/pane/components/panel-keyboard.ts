import { useEffect, useEffectEvent, type RefObject } from "react";

/**
 * Escape closes, wherever in the pane the focus is; a list or a menu that is open takes the key first. Listens on the document
 * because after a click on bare ground the focus is nowhere.
 */
export function useEscape(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Brings the focus into a panel that opens and, when it closes, back to where it came from. */
export function useFocusInside(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    target.current?.focus();
    return () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [target]);
}
