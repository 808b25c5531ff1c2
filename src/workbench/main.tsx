import { createRoot } from "react-dom/client";
import { App } from "./page/App";
import { Workbench } from "./workbench";

const workbench = new Workbench();
createRoot(document.getElementById("root")!).render(<App workbench={workbench} />);

// For the browser's console, and for tests that look at cells.
Object.assign(globalThis, { workbench });
