import { BooleanNumber, type Injector, type IDisposable } from "@univerjs/core";
import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionDefinition } from "../functions/define";
import { parameterHelp, usage } from "../functions/metadata";

/** Gives the grid what it shows while a formula is typed: names to choose from, the summary and each argument. */
export function describeFunctions(
  injector: Injector,
  definitions: readonly FunctionDefinition[],
): IDisposable {
  return injector.get(IDescriptionService).registerDescriptions(definitions.map(describe));
}

function describe(definition: FunctionDefinition): IFunctionInfo {
  return {
    functionName: definition.name,
    functionType: FunctionType.User,
    description: `${definition.summary} ${usage(definition)}`,
    abstract: definition.summary,
    functionParameter: Object.entries(definition.args).map(([name, argument], i) => ({
      name,
      detail: `${parameterHelp(argument)}: ${argument.rule}`,
      example: String(definition.examples[0]?.args[i] ?? ""),
      require: argument.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  };
}
