import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  type BaseValueObject,
} from "@univerjs/engine-formula";

export const fixedArrayName = "STOCKBOOK.ARRAY";

/**
 * An array formula entered with Ctrl+Shift+Enter fills exactly its range: one value, row or column is repeated,
 * what is too long is cut, and what is missing is #N/A.
 */
export class FixedArray extends BaseFunction {
  override minParams = 3;
  override maxParams = 3;

  constructor() {
    super(fixedArrayName);
  }

  override calculate(
    value: BaseValueObject,
    rowCount: BaseValueObject,
    columnCount: BaseValueObject,
  ): BaseValueObject {
    const rows = Number(rowCount.getValue());
    const columns = Number(columnCount.getValue());
    const cellAt = value.isArray() ? fromArray(value as ArrayValueObject) : () => value;
    const cells: BaseValueObject[][] = [];
    for (let r = 0; r < rows; r++) {
      cells.push(Array.from({ length: columns }, (_, c) => cellAt(r, c)));
    }
    if (rows === 1 && columns === 1) return cells[0][0];
    return ArrayValueObject.create({
      calculateValueList: cells,
      rowCount: rows,
      columnCount: columns,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }
}

function fromArray(array: ArrayValueObject): (row: number, column: number) => BaseValueObject {
  const rows = array.getRowCount();
  const columns = array.getColumnCount();
  return (row, column) => {
    const r = rows === 1 ? 0 : row;
    const c = columns === 1 ? 0 : column;
    if (r >= rows || c >= columns) return ErrorValueObject.create(ErrorType.NA);
    const value = array.get(r, c);
    return value === null || value === undefined || value.isNull() ? NumberValueObject.create(0) : value;
  };
}
