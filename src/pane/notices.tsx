import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";

export interface Notice {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly title: string;
  /** What happened or what to do next, in a sentence. */
  readonly text: string;
}

interface Notices {
  readonly notice: Notice | undefined;
  readonly show: (notice: Notice) => void;
  readonly dismiss: () => void;
}

const NoticesContext = createContext<Notices | undefined>(undefined);

/** One message at a time: the latest is the one that matters, and the pane is narrow. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const dismiss = useCallback(() => setNotice(undefined), []);
  const value = useMemo(() => ({ notice, show: setNotice, dismiss }), [notice, dismiss]);
  return <NoticesContext value={value}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === undefined) throw new Error("useNotices needs a NoticesProvider above");
  return notices;
}
