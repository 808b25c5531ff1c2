import { parseArgs, type ParseArgsConfig } from "node:util";
import { defaultBlanks, type BlankRule } from "../calculator/blank-rule";
import { UsageError } from "./command";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Parsed {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
}

/** Reads options and file names; anything unexpected is a UsageError. */
export function parse(args: readonly string[], options: Options, positionals: readonly string[]): Parsed {
  const read = readArguments(args, options);
  if (read.positionals.length !== positionals.length) {
    throw new UsageError(
      positionals.length === 0
        ? `no argument expected, got ${read.positionals.join(" ")}`
        : `expected ${positionals.join(" and ")}, got ${read.positionals.length} argument(s)`,
    );
  }
  const { values } = read;
  return {
    positionals: read.positionals,
    flag: (name) => values[name] === true,
    text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
  };
}

function readArguments(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

export function blankRule(text: string | undefined): BlankRule {
  if (text === undefined) return defaultBlanks;
  if (text === "zero" || text === "null") return text;
  throw new UsageError(`--blanks must be zero or null, got ${text}`);
}
