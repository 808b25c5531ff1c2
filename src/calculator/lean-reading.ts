import type { ICellData, Nullable } from "@univerjs/core";
import { BaseReferenceObject } from "@univerjs/engine-formula";

let isLean = false;

/**
 * For each cell it reads, the engine wraps all spills of the sheet twice, to look whether the cell belongs to one that the pass has changed.
 * Only a cell that has a spilled value needs that look.
 */
export function readCellsLean(): void {
  if (isLean) return;
  isLean = true;
  const { prototype } = BaseReferenceObject;
  const readAny = prototype.getCellData;
  prototype.getCellData = function (this: BaseReferenceObject, row, column) {
    if (this.getCurrentActiveArrayFormulaCellData()?.getValue(row, column))
      return readAny.call(this, row, column);
    const calculated: Nullable<ICellData> =
      this.getCurrentRuntimeSheetData()?.getValue(row, column) ||
      this.getCurrentRuntimeActiveArrayFormulaCellData()?.getValue(row, column) ||
      this.getRuntimeFeatureCellValue(row, column);
    return calculated || this.getCurrentActiveSheetData()?.cellData.getValue(row, column);
  };
}
