import type { ParseArgsConfig } from "node:util";
import type { Analysis } from "../analyses/define-analysis";
import { PlanningError } from "../engine/errors";
import { UsageError } from "./command";

/** Options of an analysis as they are typed: planHorizon is --plan-horizon. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export function optionConfig({ options }: Analysis): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    Object.keys(options).map((name) => [optionName(name).slice(2), { type: "string" } as const]),
  );
}

/** Those that were given, read and checked in the words of the option. */
export function readOptions(
  { options }: Analysis,
  text: (name: string) => string | undefined,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    const typed = optionName(name);
    const value = text(typed.slice(2));
    if (value === undefined) continue;
    try {
      given[name] = option.read(value, typed);
    } catch (thrown) {
      throw thrown instanceof PlanningError ? new UsageError(thrown.message) : thrown;
    }
  }
  return given;
}

export function optionHelp({ options }: Analysis): string {
  return Object.entries(options)
    .map(([name, { label, rule, defaultValue }]) => {
      const fallback = defaultValue === "" ? "" : ` (${String(defaultValue)})`;
      return `    ${optionName(name).padEnd(20)} ${label}: ${rule}${fallback}\n`;
    })
    .join("");
}
