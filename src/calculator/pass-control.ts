import {
  ICommandService,
  IUniverInstanceService,
  requestImmediateMacroTask,
  type IDisposable,
  type Injector,
  type IUnitRange,
  type Workbook,
} from "@univerjs/core";
import {
  FormulaDataModel,
  FormulaExecutedStateType,
  FormulaExecuteStageType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  type IFormulaDirtyData,
  type ISetFormulaCalculationNotificationMutation,
} from "@univerjs/engine-formula";
import { cellKey, type CellAddress } from "./cell-address";
import { DirtyData } from "./dirty-data";
import { mergeCells } from "./dirty-ranges";
import { watchEdits } from "./edits";
import { HiddenRows } from "./hidden-rows";
import { busyCode } from "./results";
import { leftBySpills, spillMap, type SpillMap } from "./spills";

interface WaitingCell {
  readonly cell: CellAddress;
  tries: number;
}

const maxTries = 3;
export interface PassListener {
  /** A pass is over: whatever it asked for may leave now. */
  readonly onPassEnd: () => void;
  /** There is something to calculate. */
  readonly onWork: () => void;
  /** Nothing runs and nothing is dirty. */
  readonly onQuiet: () => void;
  /** These cells were to be calculated and never were. */
  readonly onGivenUp: (cells: readonly CellAddress[]) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Starts calculation passes, never two at once: the engine reads its input when a pass is started, so a second one
 * would pull it from under the first. A cell that has its answer stays dirty until its formula really ran in a pass
 * that came to its end.
 */
export class PassControl {
  private readonly commands: ICommandService;
  private readonly instances: IUniverInstanceService;
  private readonly model: FormulaDataModel;
  private readonly subscriptions: readonly IDisposable[];
  private readonly dirty = new DirtyData();
  private readonly waiting = new Map<string, WaitingCell>();
  private readonly ranNow = new Set<string>();
  private sent: IFormulaDirtyData | undefined;
  private spills: SpillMap;
  private readonly hiddenRows: HiddenRows;
  private cancelStart: (() => void) | undefined;
  private holds = 0;
  /** Counts passes, so that what belongs to one pass can be told from the next. */
  pass = 0;

  constructor(
    injector: Injector,
    private readonly listener: PassListener,
  ) {
    this.commands = injector.get(ICommandService);
    this.instances = injector.get(IUniverInstanceService);
    this.model = injector.get(FormulaDataModel);
    this.spills = spillMap(this.model.getArrayFormulaRange());
    this.hiddenRows = new HiddenRows(injector);
    this.subscriptions = [
      this.hiddenRows,
      watchEdits(injector, (edit) => {
        this.dirty.add(edit);
        if (this.isDirty) this.schedule();
      }),
      this.commands.onCommandExecuted((command) => {
        if (command.id === SetFormulaCalculationNotificationMutation.id) {
          this.onNotification(command.params as ISetFormulaCalculationNotificationMutation);
        }
      }),
    ];
  }

  get isQuiet(): boolean {
    return !this.isPassing && !this.isDirty && this.holds === 0;
  }

  /** A pass runs or is about to. */
  get isPassing(): boolean {
    return this.sent !== undefined || this.cancelStart !== undefined;
  }

  private get isDirty(): boolean {
    return this.waiting.size > 0 || !this.dirty.isEmpty;
  }

  calculateAll(): void {
    this.dirty.addEverything();
    this.schedule();
  }

  calculateRanges(ranges: readonly IUnitRange[]): void {
    this.dirty.addRanges(ranges);
    this.schedule();
  }

  /** No pass starts before what is answered has been called. */
  hold(): () => void {
    this.holds++;
    this.listener.onWork();
    return () => {
      this.holds--;
      this.goOn();
    };
  }

  /** Cells whose answers have come. */
  calculate(cells: readonly CellAddress[]): void {
    for (const cell of cells) this.waiting.set(cellKey(cell), { cell, tries: 0 });
    this.schedule();
  }

  /** The formula in this cell ran just now. */
  ran(cell: CellAddress): void {
    if (this.waiting.size > 0) this.ranNow.add(cellKey(cell));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.cancelStart?.();
  }

  private onNotification({
    stageInfo,
    functionsExecutedState,
  }: ISetFormulaCalculationNotificationMutation): void {
    if (stageInfo?.stage === FormulaExecuteStageType.START) this.pass++;
    if (stageInfo?.stage === FormulaExecuteStageType.CURRENTLY_CALCULATING) {
      this.listener.onProgress?.(stageInfo.completedFormulasCount, stageInfo.totalFormulasToCalculate);
    }
    switch (functionsExecutedState) {
      case FormulaExecutedStateType.NOT_EXECUTED:
      case FormulaExecutedStateType.SUCCESS:
        this.finish();
        break;
      case FormulaExecutedStateType.STOP_EXECUTION:
        this.abandon();
        break;
    }
  }

  private finish(): void {
    this.sent = undefined;
    for (const key of this.ranNow) this.waiting.delete(key);
    this.ranNow.clear();
    this.noteSpills();
    this.listener.onPassEnd();
    this.goOn();
  }

  /** A pass that was stopped has applied nothing: all it was to do is still to be done. */
  private abandon(): void {
    if (this.sent !== undefined) this.dirty.add(this.sent);
    this.sent = undefined;
    this.ranNow.clear();
    this.goOn();
  }

  /**
   * Readers of cells that a spill has left keep what they read; they are told by making those cells dirty. While a formula waits for its
   * answer it has let go of its cells only for the moment, and most often comes back to the same ones.
   */
  private noteSpills(): void {
    const after = spillMap(this.model.getArrayFormulaRange());
    for (const [key, spill] of this.spills) if (this.isBusy(spill.cell)) after.set(key, spill);
    this.dirty.addRanges(leftBySpills(this.spills, after));
    this.spills = after;
  }

  private isBusy({ unitId, sheetId, row, column }: CellAddress): boolean {
    const sheet = this.instances.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId);
    return sheet?.getCellMatrix().getValue(row, column)?.v === busyCode;
  }

  private goOn(): void {
    if (this.isDirty) this.schedule();
    else if (this.isQuiet) this.listener.onQuiet();
  }

  /** Always in a later task: the pass that is just ending has to clear up first, and edits made together share a pass. */
  private schedule(): void {
    this.listener.onWork();
    if (this.isPassing || this.holds > 0) return;
    this.cancelStart = requestImmediateMacroTask(() => {
      this.cancelStart?.();
      this.cancelStart = undefined;
      this.start();
    });
  }

  private start(): void {
    if (this.holds > 0) return;
    this.giveUp();
    if (!this.isDirty) {
      this.goOn();
      return;
    }
    const cells = [...this.waiting.values()];
    for (const waiting of cells) waiting.tries++;
    this.sent = this.dirty.take();
    const params = {
      ...this.sent,
      dirtyRanges: [...this.sent.dirtyRanges, ...mergeCells(cells.map(({ cell }) => cell))],
      maxIteration: 1,
      rowData: this.hiddenRows.all(),
    };
    void this.commands.executeCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
  }

  private giveUp(): void {
    const lost = [...this.waiting.values()].filter(({ tries }) => tries >= maxTries);
    for (const { cell } of lost) this.waiting.delete(cellKey(cell));
    if (lost.length > 0) this.listener.onGivenUp(lost.map(({ cell }) => cell));
  }
}
