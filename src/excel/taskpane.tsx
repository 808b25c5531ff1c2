import { mountPane, type PaneTheme } from "../pane/mount-pane";
import { ExcelWorkbook } from "../workbook/excel-workbook";
import { sharedPool } from "./shared-pool";

const place = document.getElementById("stockbook") as HTMLElement;

if (typeof Office === "undefined") {
  place.setAttribute("role", "alert");
  place.textContent =
    "Stockbook could not load Office.js from Microsoft. Check the network connection or ask your administrator to allow appsforoffice.microsoft.com, then reopen this pane.";
} else {
  void Office.onReady(() =>
    mountPane(place, { workbook: new ExcelWorkbook(), pool: sharedPool(), theme: officeTheme() }),
  );
}

/** Office tells its colours, not its mode: a dark background means a dark theme. */
function officeTheme(): PaneTheme {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  if (background === undefined) return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(background.slice(start, start + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
