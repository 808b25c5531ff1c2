import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

/** Office says light or dark; high contrast comes from the system, which Fluent's styles obey. */
export type PaneTheme = "light" | "dark";

export const fluentThemes: Record<PaneTheme, Theme> = { light: webLightTheme, dark: webDarkTheme };
