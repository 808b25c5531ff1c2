import { address } from "./a1";
import { CustomFunctionBridge, type HostMessage } from "./custom-function-bridge";
import { AddinServiceObject, CustomFunctionsObject } from "./functions-object";
import type { HostEvent, HostWorkbook } from "./host-workbook";
import type { HostContext } from "./objects/host-context";
import { WorkbookObject } from "./objects/workbook-object";
import { RangeAreasObject } from "./objects/range-areas-object";
import { WorksheetObject } from "./objects/worksheet-object";
import type { HostObject } from "./rich-api/host-object";
import { Executor } from "./rich-api/executor";
import type { RichApiRequest, RichApiResponse } from "./rich-api/protocol";
import { runAtOnce } from "./steps";

/** What a transport carries from the host to Office.js. */
export interface HostOutlet {
  /** RichApi messages: calls of functions, events of cells. */
  readonly messages: (messages: readonly HostMessage[]) => void;
  /** The old document event that the selection changed. */
  readonly selectionChanged: () => void;
}

const event = { changed: 10, activated: 12, selection: 14 } as const;
/** The name under which Office.js registers for each event. */
const registrations = {
  changed: "_RegisterDataChangedEvent",
  activated: "_RegisterActivatedEvent",
  selection: "_RegisterSelectionChangedEvent",
} as const;
const eventCategory = 65536;
const workbookTarget = "Workbook";
const functionService = "Microsoft.ExcelServices.CustomFunctions";

/** Plays Excel to one add-in: executes its requests, calls its functions, tells it what happened. */
export class OfficeHost {
  readonly functions: CustomFunctionBridge;
  private readonly executor: Executor;
  private outlet: HostOutlet | undefined;
  private readonly stopListening: () => void;
  private busy: Promise<unknown> = Promise.resolve();
  /** Events the add-in asked for: Office.js keeps others until somebody does, and would then report the past. */
  private readonly registered = new Set<string>();

  constructor(
    readonly workbook: HostWorkbook,
    onUnimplemented?: (member: string) => void,
  ) {
    const context: HostContext = {
      workbook,
      worksheet: (sheetId) => new WorksheetObject(context, sheetId),
      rangeAreas: (areas) => new RangeAreasObject(context, areas),
    };
    this.functions = new CustomFunctionBridge((messages) => this.outlet?.messages(messages));
    const ready = () => queueMicrotask(() => this.functions.setReady());
    const services: Readonly<Record<string, HostObject>> = {
      [functionService]: new CustomFunctionsObject(ready, (results) => this.functions.take(results)),
      "Microsoft.InternalService.AddinInternalService": new AddinServiceObject(),
    };
    this.executor = new Executor({
      root: new WorkbookObject(context, ready),
      newObject: (typeName) => services[typeName],
      onRegistration: (name) => this.registered.add(name),
      onUnimplemented,
    });
    this.stopListening = workbook.on((happened) => this.tell(happened));
  }

  connect(outlet: HostOutlet): void {
    this.outlet = outlet;
  }

  unimplemented(): readonly string[] {
    return this.executor.unimplemented();
  }

  /**
   * Executes one request. A request that only brings results of functions is answered at once, never behind a calculation; any other
   * waits for the running ones, so that what it reads is up to date.
   */
  execute(request: RichApiRequest): Promise<RichApiResponse> {
    if (bringsResults(request)) return Promise.resolve(runAtOnce(this.executor.execute(request)));
    const answer = this.busy.then(async () => {
      await this.workbook.idle();
      return this.workbook.batch(this.executor.execute(request));
    });
    this.busy = answer.catch(() => undefined);
    return answer;
  }

  dispose(): void {
    this.stopListening();
    this.functions.dispose();
    this.outlet = undefined;
  }

  private tell(happened: HostEvent): void {
    if (this.outlet === undefined || happened.kind === "charted") return;
    if (happened.kind === "selection") this.outlet.selectionChanged();
    if (!this.registered.has(registrations[happened.kind])) return;
    if (happened.kind === "changed") {
      const { range, origin } = happened;
      const message = JSON.stringify({
        type: event.changed,
        changeType: "RangeEdited",
        source: "Local",
        triggerSource: origin === "addin" ? "ThisLocalAddin" : "Unknown",
        worksheetId: range.sheetId,
        address: address(this.workbook.sheets(), range).split("!").pop(),
      });
      this.outlet.messages(this.toAll(event.changed, range.sheetId, message));
    } else if (happened.kind === "activated") {
      const message = JSON.stringify({ type: event.activated, worksheetId: happened.sheetId });
      this.outlet.messages(this.toAll(event.activated, happened.sheetId, message));
    } else {
      const [area] = this.workbook.selection();
      if (area === undefined) return;
      const local = address(this.workbook.sheets(), area).split("!").pop();
      const message = JSON.stringify({ type: event.selection, worksheetId: area.sheetId, address: local });
      this.outlet.messages(this.toAll(event.selection, area.sheetId, message));
    }
  }

  /** To those who listen on the sheet and to those who listen on all sheets. */
  private toAll(type: number, sheetId: string, message: string): HostMessage[] {
    return [sheetId, workbookTarget].map((target) => ({ category: eventCategory, type, target, message }));
  }
}

function bringsResults(request: RichApiRequest): boolean {
  const paths = Object.values(request.ObjectPaths);
  return paths.some(({ Name }) => Name === functionService);
}
