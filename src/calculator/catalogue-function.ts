import { BaseFunction, type BaseValueObject } from "@univerjs/engine-formula";
import type { FunctionDefinition } from "../functions/define";
import type { Outcome } from "../functions/evaluate";
import { readArguments, waitsForOthers, type BlankRule, type FormulaValue } from "./argument-rules";
import type { CallArgument } from "./call-transport";
import type { CellAddress } from "./cell-address";
import { busyValue, toFormulaValue } from "./results";

export interface FunctionHost {
  readonly blanks: BlankRule;
  readonly call: (
    definition: FunctionDefinition,
    args: readonly CallArgument[],
    cell: CellAddress,
  ) => Outcome | undefined;
}

/** One function of the catalogue in the formula engine. It never throws: a throw there ends all calculation. */
export class CatalogueFunction extends BaseFunction {
  constructor(
    private readonly definition: FunctionDefinition,
    private readonly host: FunctionHost,
  ) {
    super(definition.name);
  }

  override calculate(...values: BaseValueObject[]): BaseValueObject {
    const args = readArguments(values as FormulaValue[], this.host.blanks);
    if (waitsForOthers(args)) return busyValue();
    const outcome = this.host.call(this.definition, args, this.cell());
    return outcome === undefined ? busyValue() : toFormulaValue(outcome);
  }

  private cell(): CellAddress {
    return {
      unitId: this.unitId ?? "",
      sheetId: this.subUnitId ?? "",
      row: this.row,
      column: this.column,
    };
  }
}
