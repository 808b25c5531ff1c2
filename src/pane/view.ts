import type { FluentIcon } from "@fluentui/react-icons";
import type { ComponentType } from "react";

/** One page of the pane. Adding one is its folder and a line in views/index.ts. */
export interface ViewDefinition {
  readonly id: string;
  readonly title: string;
  readonly icon: FluentIcon;
  /** What a planner does here, in one sentence; the search finds it by these words. */
  readonly summary: string;
  readonly component: ComponentType;
}

export function defineView(view: ViewDefinition): ViewDefinition {
  return view;
}
