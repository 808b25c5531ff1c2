import { ExcelWorkbook } from "../../src/workbook/excel-workbook";
import type { CellValue } from "../../src/workbook/workbook";
import type { HostEvent, HostRange, HostWorkbook, OfficeHost } from "../../src/workbench/host";
import { address, parseAddress } from "../../src/workbench/host/a1";
import { MemoryHostWorkbook } from "../../src/workbench/host/memory-host-workbook";
import { startOffice } from "../workbench/host/load-office";
import type { Opened } from "./workbook-contract";

/** What Office.js reports for InvalidOperationInCellEditMode. */
const cellEditStatus = 5004;

type HostCall = (handler: string, args: { methodId: number }, callback: (answer: unknown) => void) => unknown;
type Register = (
  handler: string,
  args: unknown,
  onEvent: (payload: unknown) => void,
  done: unknown,
) => unknown;

/** The real Office.js over a workbook in memory that can be changed for a fresh one, with the user's hand on it. */
export class ExcelUnderTest {
  book = new MemoryHostWorkbook();
  host!: OfficeHost;
  /** Requests that are refused because the user edits a cell. */
  refusals: ("pass" | "refuse")[] = [];
  /** Requests since the last fresh workbook, as Office.js sent them. */
  requests: string[] = [];
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly events: ((payload: unknown) => void)[] = [];
  private stop: () => void = () => {};

  async start(): Promise<void> {
    const current = () => this.book;
    const switched = new Proxy({} as HostWorkbook, {
      get: (_, name: keyof HostWorkbook) => {
        if (name === "on") return (listener: (event: HostEvent) => void) => this.listen(listener);
        const member: unknown = current()[name];
        return typeof member === "function" ? (member as () => unknown).bind(current()) : member;
      },
    });
    this.host = await startOffice(switched, () => this.standBetween());
    this.fresh();
  }

  /**
   * Makes Office.js the version that selects several areas at once (ExcelApi 1.18), or the one before. The library that npm keeps is
   * older than both, so its newer method is added as Microsoft's has it: a call of the host's Select.
   */
  selectsAreas(able: boolean): void {
    const { requirements } = Office.context;
    jest.spyOn(requirements, "isSetSupported").mockImplementation((name, version) => {
      return name === "ExcelApi" && Number(version) <= (able ? 1.18 : 1.17);
    });
    type Helper = {
      invokeMethod: (object: unknown, name: string, type: number, args: [], ...rest: number[]) => void;
    };
    const { BatchApiHelper } = OfficeExtension as unknown as { BatchApiHelper: Helper };
    Excel.RangeAreas.prototype.select = function select() {
      BatchApiHelper.invokeMethod(this, "Select", 0, [], 0, 0);
    };
  }

  fresh(): Opened {
    this.stop();
    this.book = new MemoryHostWorkbook();
    this.stop = this.book.on((event) => this.listeners.forEach((listener) => listener(event)));
    this.refusals = [];
    this.requests = [];
    this.selectsAreas(true);
    return {
      workbook: new ExcelWorkbook([5, 5, 5]),
      type: (where, value, formula) => this.type(where, value, formula),
      spill: (area, formula) => {
        const [cell] = area.split(":");
        this.type(cell, "", formula);
        this.book.spills.push(this.at(area));
      },
      protect: (name) => {
        const sheet = this.book.sheets().find((one) => one.name === name);
        if (sheet !== undefined) this.book.protect(sheet.id);
      },
      selectedAreas: () => this.book.selection().map((area) => address(this.book.sheets(), area)),
    };
  }

  type(where: string, value: CellValue, formula?: string): void {
    const sheet = /^(?:'([^']+)'|([^'!]+))!/.exec(where);
    const name = sheet?.[1] ?? sheet?.[2];
    const known = this.book.sheets().map((existing) => existing.name.toLowerCase());
    if (name !== undefined && !known.includes(name.toLowerCase())) this.book.addSheet(name);
    this.book.setCells(this.at(where), () => (formula === undefined ? { value } : { formula }));
  }

  at(where: string): HostRange {
    return parseAddress(this.book.sheets(), where, this.book.activeSheetId());
  }

  formatAt(where: string): string {
    const { sheetId, row, column } = this.at(where);
    return this.book.cell(sheetId, row, column).numberFormat;
  }

  /** A change as Excel reports it when a co-author made it. */
  changeByCoAuthor(): void {
    const worksheetId = this.book.sheets()[0].id;
    const message = { type: 10, changeType: "RangeEdited", source: "Remote", worksheetId, address: "A1" };
    const wire = [[1, 6], 65_536, 10, "Workbook", JSON.stringify(message), "0", true];
    this.events.forEach((event) => event([[[1, 1], wire], 33]));
  }

  private listen(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Between Office.js and the host: refuses while a cell is being edited, notes the requests and who hears events. */
  private standBetween(): void {
    const page = window as unknown as { _osfHostAPI: HostCall; _osfHostRegisterEvent: Register };
    const { _osfHostAPI: call, _osfHostRegisterEvent: register } = page;
    page._osfHostAPI = (handler, args, callback) => {
      const request = (args as { params?: { apiArgs?: unknown[][] } }).params?.apiArgs?.[0]?.[4];
      if (args.methodId !== 1 || typeof request !== "string") return call(handler, args, callback);
      if (!isHousekeeping(request)) {
        this.requests.push(request);
        if (this.refusals.shift() === "refuse") {
          setTimeout(() => callback([[[1, 2], cellEditStatus, null]]));
          return undefined;
        }
      }
      return call(handler, args, callback);
    };
    page._osfHostRegisterEvent = (handler, args, onEvent, done) => {
      this.events.push(onEvent);
      return register(handler, args, onEvent, done);
    };
  }
}

/** Office.js forgets ranges by messages of its own. */
function isHousekeeping(request: string): boolean {
  const { Actions } = JSON.parse(request) as { Actions: { Name: string; ActionType: number }[] };
  return Actions.every(({ Name, ActionType }) => Name === "_RemoveReference" || ActionType === 1);
}
