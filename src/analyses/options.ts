import { PlanningError, invalidInput } from "../engine/errors";

/** What an analysis can be told: how it is asked for, what the rule is, and what it means when left out. */
export interface Option<T = unknown> {
  readonly label: string;
  readonly unit: string;
  readonly rule: string;
  readonly defaultValue: T;
  readonly choices?: readonly string[];
  /** From a command line. Throws PlanningError in the words of the option. */
  readonly read: (text: string, name: string) => T;
  /** From a program, such as the pane. Throws PlanningError. */
  readonly check: (value: unknown, name: string) => T;
}

export type Options = Readonly<Record<string, Option>>;
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly integer?: boolean;
}

export function numberOption(
  label: string,
  unit: string,
  defaultValue: number,
  limits: Limits = {},
): Option<number> {
  const { min = -Infinity, max = Infinity, above = -Infinity, integer = false } = limits;
  const rule = numberRule(limits);
  const check = (value: unknown, name: string): number => {
    const usable = typeof value === "number" && Number.isFinite(value);
    if (!usable || value < min || value > max || value <= above || (integer && !Number.isInteger(value)))
      throw invalidInput(name, `must be ${rule}`, value);
    return value;
  };
  return { label, unit, rule, defaultValue, check, read: (text, name) => check(numberIn(text), name) };
}

/** Several numbers, written 0.8,0.95; `count` of them. */
export function numbersOption<const D extends readonly number[]>(
  label: string,
  unit: string,
  defaultValue: D,
): Option<{ readonly [I in keyof D]: number }> {
  type Numbers = { readonly [I in keyof D]: number };
  const rule = `${defaultValue.length} numbers such as ${defaultValue.join(",")}`;
  const check = (value: unknown, name: string): Numbers => {
    const usable =
      Array.isArray(value) && value.length === defaultValue.length && value.every(Number.isFinite);
    if (!usable) throw invalidInput(name, `must be ${rule}`, Array.isArray(value) ? value.join(",") : value);
    return value as unknown as Numbers;
  };
  return {
    label,
    unit,
    rule,
    defaultValue: defaultValue as unknown as Numbers,
    check,
    read: (text, name) => {
      const numbers = text.split(",").map(numberIn);
      return check(numbers.every((part) => typeof part === "number") ? numbers : text, name);
    },
  };
}

export function choiceOption<const C extends string>(
  label: string,
  choices: readonly C[],
  defaultValue: NoInfer<C>,
): Option<C> {
  const rule = `one of ${choices.join(", ")}`;
  const check = (value: unknown, name: string): C => {
    const found = choices.find((choice) => choice.toLowerCase() === String(value).trim().toLowerCase());
    if (found === undefined) throw invalidInput(name, `must be ${rule}`, value);
    return found;
  };
  return { label, unit: "text", rule, defaultValue, choices, check, read: check };
}

export function flagOption(label: string, defaultValue: boolean): Option<boolean> {
  const rule = "true or false";
  const check = (value: unknown, name: string): boolean => {
    if (typeof value !== "boolean") throw invalidInput(name, `must be ${rule}`, value);
    return value;
  };
  const words: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
  const read = (text: string, name: string) => check(words[text.trim().toLowerCase()] ?? text, name);
  return { label, unit: "true/false", rule, defaultValue, check, read };
}

export function textOption(label: string, defaultValue = ""): Option<string> {
  const check = (value: unknown, name: string): string => {
    if (typeof value !== "string") throw invalidInput(name, "must be a text", value);
    return value;
  };
  return { label, unit: "text", rule: "a text", defaultValue, check, read: check };
}

/** All options of an analysis: those given, checked, and the defaults of the others. */
export function completeOptions(
  options: Options,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const unknown = Object.keys(given).find((name) => !(name in options));
  if (unknown !== undefined) {
    throw new PlanningError("invalid-input", unknown, `${unknown} is not an option of this analysis`);
  }
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      given[name] === undefined ? option.defaultValue : option.check(given[name], name),
    ]),
  );
}

function numberIn(text: string): number | string {
  const trimmed = text.trim();
  return trimmed !== "" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text;
}

function numberRule({ min, max, above, integer }: Limits): string {
  const parts = [integer ? "a whole number" : "a number"];
  if (above !== undefined) parts.push(`above ${above}`);
  if (min !== undefined && max !== undefined) parts.push(`from ${min} to ${max}`);
  else if (min !== undefined) parts.push(`at least ${min}`);
  else if (max !== undefined) parts.push(`at most ${max}`);
  return parts.join(" ");
}
