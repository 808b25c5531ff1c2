import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { workbookContract } from "./workbook-contract";

describe("the workbook in memory", () =>
  workbookContract(async () => {
    const workbook = new MemoryWorkbook();
    return {
      workbook,
      type: (address, value, formula) => workbook.setCell(address, value, formula),
      selectedAreas: () => workbook.selectedAreas,
    };
  }));
