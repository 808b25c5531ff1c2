import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { parseAddress } from "../../src/workbook/range-address";
import { workbookContract } from "./workbook-contract";

describe("the workbook in memory", () =>
  workbookContract(async () => {
    const workbook = new MemoryWorkbook();
    return {
      workbook,
      type: (address, value, formula) => workbook.setCell(address, value, formula),
      selectedAreas: () => workbook.selectedAreas,
      spill: (area, formula) => {
        const { rowCount, columnCount } = parseAddress(area);
        const values = Array.from({ length: rowCount }, () => Array<number>(columnCount).fill(0));
        workbook.setSpill(area.split(":")[0], values, formula);
      },
      protect: (sheet) => void workbook.protectedNames.push(sheet),
    };
  }));
