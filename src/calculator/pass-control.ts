import { ICommandService, type IDisposable, type Injector, type IUnitRange } from "@univerjs/core";
import {
  FormulaDataModel,
  FormulaExecutedStateType,
  FormulaExecuteStageType,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  type ISetFormulaCalculationNotificationMutation,
} from "@univerjs/engine-formula";
import { cellKey, type CellAddress } from "./cell-address";
import { mergeCells } from "./dirty-ranges";
import { leftBySpills, spillMap, type SpillMap } from "./spills";

interface DirtyCell {
  readonly cell: CellAddress;
  tries: number;
}

const maxTries = 3;
/** An edit is followed by a pass of Univer's own within 100 ms; one that is not followed concerns no formula. */
const editGrace = 400;

export interface PassListener {
  /** A pass is over: whatever it asked for may leave now. */
  readonly onPassEnd: () => void;
  /** Nothing runs and nothing is dirty. */
  readonly onQuiet: () => void;
  /** These cells were to be calculated and never were. */
  readonly onGivenUp: (cells: readonly CellAddress[]) => void;
}

/**
 * Starts calculation passes and never two at once: the engine reads its input when a pass is started, so a second one
 * would pull it from under the first. A cell stays dirty until its formula really ran.
 */
export class PassControl {
  private readonly commands: ICommandService;
  private readonly model: FormulaDataModel;
  private readonly subscription: IDisposable;
  private readonly dirtyCells = new Map<string, DirtyCell>();
  private dirtyRanges: IUnitRange[] = [];
  private sentRanges: readonly IUnitRange[] = [];
  private everything = false;
  private running = 0;
  private spills: SpillMap;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private startTimer: ReturnType<typeof setTimeout> | undefined;
  /** Counts passes, so that what belongs to one pass can be told from the next. */
  pass = 0;

  constructor(
    injector: Injector,
    private readonly listener: PassListener,
  ) {
    this.commands = injector.get(ICommandService);
    this.model = injector.get(FormulaDataModel);
    this.spills = spillMap(this.model.getArrayFormulaRange());
    const edits = injector.get(IActiveDirtyManagerService);
    this.subscription = this.commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationNotificationMutation.id) {
        this.onNotification(command.params as ISetFormulaCalculationNotificationMutation);
      } else if (options?.onlyLocal !== true && edits.get(command.id) !== undefined) {
        this.onEdit();
      }
    });
  }

  get isQuiet(): boolean {
    return (
      this.running === 0 && this.editTimer === undefined && this.startTimer === undefined && !this.isDirty
    );
  }

  private get isDirty(): boolean {
    return this.everything || this.dirtyCells.size > 0 || this.dirtyRanges.length > 0;
  }

  calculateAll(): void {
    this.everything = true;
    this.schedule();
  }

  calculate(cells: readonly CellAddress[]): void {
    for (const cell of cells) this.dirtyCells.set(cellKey(cell), { cell, tries: 0 });
    this.schedule();
  }

  calculateRanges(ranges: readonly IUnitRange[]): void {
    this.dirtyRanges.push(...ranges);
    this.schedule();
  }

  /** The formula in this cell ran just now. */
  ran(cell: CellAddress): void {
    if (this.dirtyCells.size > 0) this.dirtyCells.delete(cellKey(cell));
  }

  dispose(): void {
    this.subscription.dispose();
    clearTimeout(this.editTimer);
    clearTimeout(this.startTimer);
  }

  private onEdit(): void {
    clearTimeout(this.editTimer);
    this.editTimer = setTimeout(() => {
      this.editTimer = undefined;
      this.afterPass();
    }, editGrace);
  }

  private onNotification({
    stageInfo,
    functionsExecutedState: state,
  }: ISetFormulaCalculationNotificationMutation): void {
    if (stageInfo?.stage === FormulaExecuteStageType.START) {
      this.running++;
      this.pass++;
      clearTimeout(this.editTimer);
      this.editTimer = undefined;
    }
    if (state === FormulaExecutedStateType.STOP_EXECUTION) this.running = Math.max(0, this.running - 1);
    if (state === FormulaExecutedStateType.NOT_EXECUTED || state === FormulaExecutedStateType.SUCCESS) {
      this.running = Math.max(0, this.running - 1);
      this.sentRanges = [];
      this.noteSpills();
      this.listener.onPassEnd();
      this.afterPass();
    }
  }

  /** Readers of cells that a spill has left keep what they read; they are told by making those cells dirty. */
  private noteSpills(): void {
    const after = spillMap(this.model.getArrayFormulaRange());
    this.dirtyRanges.push(...leftBySpills(this.spills, after));
    this.spills = after;
  }

  private afterPass(): void {
    if (this.isDirty) this.schedule();
    else if (this.isQuiet) this.listener.onQuiet();
  }

  /** Always in a later task: the pass that is just ending has to clear up first. */
  private schedule(): void {
    if (this.startTimer !== undefined) return;
    this.startTimer = setTimeout(() => {
      this.startTimer = undefined;
      this.start();
    });
  }

  private start(): void {
    if (this.running > 0) return;
    this.giveUp();
    if (!this.isDirty) {
      this.afterPass();
      return;
    }
    const cells: CellAddress[] = [];
    for (const dirty of this.dirtyCells.values()) {
      dirty.tries++;
      cells.push(dirty.cell);
    }
    this.sentRanges = this.dirtyRanges;
    const params = {
      forceCalculation: this.everything,
      dirtyRanges: [...this.sentRanges, ...mergeCells(cells)],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      options: null,
    };
    this.everything = false;
    this.dirtyRanges = [];
    void this.commands.executeCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
  }

  private giveUp(): void {
    const lost = [...this.dirtyCells.values()].filter(({ tries }) => tries >= maxTries);
    for (const { cell } of lost) this.dirtyCells.delete(cellKey(cell));
    if (lost.length > 0) this.listener.onGivenUp(lost.map(({ cell }) => cell));
  }
}
