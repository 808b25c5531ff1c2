import { createContext, useContext } from "react";
import type { WorkPool } from "../worker/pool";
import type { Workbook } from "../workbook/workbook";

/** Where the planner is: a view, or one of the tools that every view offers. */
export type Place =
  | { readonly kind: "view"; readonly id: string }
  | { readonly kind: "explain" }
  | { readonly kind: "sharing" }
  | { readonly kind: "builder"; readonly functionName?: string };

export interface Pane {
  readonly workbook: Workbook;
  /** Where long work is done. */
  readonly pool: WorkPool;
  /** Prefix of our functions in cells, "INV" in =INV.EOQ(...); "" where they stand bare. */
  readonly namespace: string;
  readonly open: (place: Place) => void;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === undefined) throw new Error("usePane needs a PaneContext above");
  return pane;
}
