import { IUniverInstanceService, type Injector, type Workbook } from "@univerjs/core";
import {
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  type BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
} from "@univerjs/engine-formula";

/** INDIRECT finds a sheet whatever its capitals, and is #REF! where there is none, as in Excel. */
export function correctIndirect(injector: Injector): void {
  const indirect = injector.get(IFunctionService).getExecutor("INDIRECT") as BaseFunction | undefined;
  if (indirect === undefined) return;
  const instances = injector.get(IUniverInstanceService);
  const calculate = indirect.calculate.bind(indirect);
  indirect.calculate = (...args: BaseValueObject[]) => {
    const found = calculate(...args);
    if (!found.isReferenceObject()) return found;
    const reference = found as BaseReferenceObject;
    const wanted = reference.getForcedSheetName().toLowerCase();
    if (wanted === "") return found;
    const sheets = instances.getUnit<Workbook>(indirect.unitId ?? "")?.getSheets() ?? [];
    const name = sheets.map((sheet) => sheet.getName()).find((each) => each.toLowerCase() === wanted);
    if (name === undefined) return ErrorValueObject.create(ErrorType.REF);
    reference.setForcedSheetName(name);
    return reference;
  };
}
