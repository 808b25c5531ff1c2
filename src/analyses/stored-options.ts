import type { Analysis } from "./define-analysis";

/** Options as Runs keeps them: name=value, one after the other. */
export function storedOptions(analysis: Analysis, params: string): Record<string, unknown> {
  const names = Object.keys(analysis.options);
  const parts = params.split(new RegExp(`(?:^| )(?=(?:${names.join("|")})=)`)).filter((part) => part !== "");
  return Object.fromEntries(
    parts.map((part) => {
      const split = part.indexOf("=");
      const name = part.slice(0, split);
      return [name, analysis.options[name].read(part.slice(split + 1), name)];
    }),
  );
}
