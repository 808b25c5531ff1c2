import { HostObject } from "./rich-api/host-object";

/** One result on the wire: id, worked or not, value or message, error code, timings. */
export type WireResult = readonly [number, boolean, unknown, number?, unknown?];

/** Microsoft.ExcelServices.CustomFunctions: where Office.js brings results and asks how fast it may. */
export class CustomFunctionsObject extends HostObject {
  constructor(
    private readonly onReady: () => void,
    private readonly onResults: (results: readonly WireResult[]) => void,
  ) {
    super();
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.onReady();
  }
  /** 2 shortens the pause between two messages of results from 500 to 200 ms. */
  _GetEnabledFeatures(): number[] {
    return [2];
  }
  SetInvocationArrayResults(results: unknown): void {
    this.onResults(results as WireResult[]);
  }
  SetInvocationResults(results: unknown): void {
    const entries = results as { id: number; failed?: boolean; value: unknown; errorCode?: number }[];
    this.onResults(
      entries.map(({ id, failed, value, errorCode }) => [id, failed !== true, value, errorCode]),
    );
  }
}

/** Microsoft.InternalService.AddinInternalService: told when the add-in can take ribbon commands, which the workbench has none of. */
export class AddinServiceObject extends HostObject {
  NotifyActionHandlerReady(): void {}
}
