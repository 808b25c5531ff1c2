import { useEffect, useEffectEvent, type RefObject } from "react";

/**
 * Escape closes, wherever in the pane the focus is; a list or a menu that is open takes the key first. Listens on the body
 * because after a click on bare ground the focus is nowhere, and goes no further: on the document Office.js would take the focus to the
 * top of the pane.
 */
export function useEscape(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.stopPropagation();
      close();
    };
    document.body.addEventListener("keydown", onKeyDown);
    return () => document.body.removeEventListener("keydown", onKeyDown);
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
