import { connectFrame, frameName, type OfficeHost } from "../host";

const page = "addin/taskpane.html";

/** The production bundle of the add-in beside the grid, in a frame of its own, as Excel on the web holds it. */
export class AddinFrame {
  private readonly frame: HTMLIFrameElement;
  private readonly disconnect: () => void;

  constructor(
    place: HTMLElement,
    private readonly host: OfficeHost,
    dark: boolean,
    /** Keys that Excel itself takes, wherever in the pane they are pressed. */
    onKey: (event: KeyboardEvent) => void,
  ) {
    this.frame = document.createElement("iframe");
    this.frame.title = "Stockbook";
    // Office.js reads the name once, when it loads.
    this.frame.name = frameName(location.origin);
    this.disconnect = connectFrame(window, this.frame, host);
    // Office.js of the web tells no theme; what the page prefers follows the frame's own scheme.
    this.frame.style.colorScheme = dark ? "dark" : "light";
    this.frame.src = new URL(page, location.href).href;
    this.frame.addEventListener("load", () =>
      this.frame.contentWindow?.addEventListener("keydown", onKey, { capture: true }),
    );
    place.appendChild(this.frame);
  }

  get element(): HTMLElement {
    return this.frame;
  }

  /** What is typed goes to the pane, beginning with its first control. */
  focus(): void {
    this.frame.focus();
    this.frame.contentDocument?.querySelector<HTMLElement>("button:not([disabled])")?.focus();
  }

  /** The add-in starts anew in the other colours, as after a change of theme in Excel. */
  setDark(dark: boolean): void {
    this.frame.style.colorScheme = dark ? "dark" : "light";
    this.host.functions.setGone();
    this.frame.contentWindow?.location.reload();
  }

  dispose(): void {
    this.disconnect();
    this.frame.remove();
  }
}
