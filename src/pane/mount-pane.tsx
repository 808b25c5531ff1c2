import { createRoot } from "react-dom/client";
import { App, type AppProps } from "./App";

export type { PaneTheme } from "./theme";
export type PaneOptions = AppProps;

export interface MountedPane {
  /** Shows the pane anew with some options changed, such as the theme. */
  readonly update: (changed: Partial<PaneOptions>) => void;
  readonly unmount: () => void;
}

export function mountPane(element: HTMLElement, options: PaneOptions): MountedPane {
  const root = createRoot(element);
  let current = options;
  const render = () => root.render(<App {...current} />);
  render();
  return {
    update: (changed) => {
      current = { ...current, ...changed };
      render();
    },
    unmount: () => root.unmount(),
  };
}
