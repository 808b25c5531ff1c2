import { ObjectMatrix, type Injector, type IRange } from "@univerjs/core";
import {
  FormulaDataModel,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
} from "@univerjs/engine-formula";

/** What the engine's runtime keeps to itself. */
interface SpillChecks {
  _checkIfArrayFormulaRangeHasData(
    unit: string,
    sheet: string,
    row: number,
    column: number,
    to: IRange,
  ): boolean;
  _isInOtherArrayFormulaRange(
    unit: string,
    sheet: string,
    row: number,
    column: number,
    ...at: number[]
  ): boolean;
}

/** Keeps the engine from work on spilled cells that grows with all of them: a sheet of many spills was slow at every edit. */
export function keepSpillsLean(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const clear = model.clearPreviousArrayFormulaCellData.bind(model);
  const merge = model.mergeArrayFormulaCellData.bind(model);
  model.clearPreviousArrayFormulaCellData = (data) => inPlace(() => clear(data));
  model.mergeArrayFormulaCellData = (data) => inPlace(() => merge(data));
  lookAtNeighboursOnly(injector);
}

/** After a pass the engine copies the spilled cells of each sheet twice, through text. It puts the copy where they were, so none is needed. */
function inPlace(work: () => void): void {
  const { prototype } = ObjectMatrix;
  const copy = prototype.getData;
  prototype.getData = prototype.getMatrix;
  try {
    work();
  } finally {
    prototype.getData = copy;
  }
}

/** Each cell of a spill is looked for in all spills of the sheet; where none reaches into this one, there is nothing to find. */
function lookAtNeighboursOnly(injector: Injector): void {
  const config = injector.get(IFormulaCurrentConfigService);
  const checks = injector.get(IFormulaRuntimeService) as unknown as SpillChecks;
  const isFilled = checks._checkIfArrayFormulaRangeHasData.bind(checks);
  const isInOther = checks._isInOtherArrayFormulaRange.bind(checks);
  let alone = false;
  checks._checkIfArrayFormulaRangeHasData = (unit, sheet, row, column, to) => {
    alone = !reachesInto(config.getArrayFormulaRange()[unit]?.[sheet] ?? {}, row, column, to);
    try {
      return isFilled(unit, sheet, row, column, to);
    } finally {
      alone = false;
    }
  };
  checks._isInOtherArrayFormulaRange = (...where) => !alone && isInOther(...where);
}

type Spills = Record<number, Record<number, IRange | null | undefined>>;

function reachesInto(spills: Spills, row: number, column: number, to: IRange): boolean {
  for (const r in spills) {
    for (const c in spills[r]) {
      const range = spills[r][c];
      if (range === null || range === undefined || (Number(r) === row && Number(c) === column)) continue;
      const apart =
        range.startRow > to.endRow ||
        range.endRow < to.startRow ||
        range.startColumn > to.endColumn ||
        range.endColumn < to.startColumn;
      if (!apart) return true;
    }
  }
  return false;
}
