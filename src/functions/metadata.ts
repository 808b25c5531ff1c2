import type { Argument } from "./arguments";
import type { FunctionDefinition } from "./define";

/** functions.json as Excel reads it: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json */
export interface FunctionsFile {
  readonly allowCustomDataForDataTypeAny: boolean;
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly FunctionMetadata[];
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: "matrix" };
  /** Excel tells when it no longer wants the answer. */
  readonly options?: { readonly cancelable: true };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "matrix";
  readonly optional?: true;
}

const descriptionLimit = 128;

/**
 * Every parameter is a matrix of any: one call then carries a whole column, blanks and errors reach us as they are,
 * and the rules for them are ours, the same on every host.
 */
export function functionsFile(catalogue: readonly FunctionDefinition[], helpUrl?: string): FunctionsFile {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: catalogue.map((definition) => ({
      id: definition.name,
      name: definition.name,
      description: definition.summary,
      ...(helpUrl === undefined ? {} : { helpUrl: `${helpUrl}/${documentName(definition)}.html` }),
      parameters: Object.entries(definition.args).map(([name, argument]) => ({
        name,
        description: parameterHelp(argument),
        type: "any",
        dimensionality: "matrix",
        ...(argument.optional ? { optional: true } : {}),
      })),
      result: { type: "any", dimensionality: "matrix" },
      ...(definition.heavy ? { options: { cancelable: true } } : {}),
    })),
  };
}

/** The label with unit and default, as far as Excel's 128 characters allow. */
export function parameterHelp(argument: Argument<unknown>): string {
  const withUnit = `${argument.label} (${argument.unit})`;
  const full = argument.optional ? `${withUnit}; default ${argument.defaultText}` : withUnit;
  return [full, withUnit, argument.label].find((help) => help.length <= descriptionLimit) ?? argument.label;
}

/** The usage line: optional arguments in brackets with their default. */
export function usage(definition: FunctionDefinition): string {
  const args = Object.entries(definition.args).map(([name, argument]) => {
    if (!argument.optional) return name;
    return /^[\w.{},"-]+$/.test(argument.defaultText) ? `[${name}=${argument.defaultText}]` : `[${name}]`;
  });
  return `${definition.name}(${args.join(", ")})`;
}

export function documentName(definition: FunctionDefinition): string {
  return definition.name.toLowerCase().replace(/\./g, "-");
}
