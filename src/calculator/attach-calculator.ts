import {
  IUniverInstanceService,
  requestImmediateMacroTask,
  type Injector,
  type IUnitRange,
  type Workbook,
} from "@univerjs/core";
import { ERROR_TYPE_SET, IFunctionService, type ErrorType } from "@univerjs/engine-formula";
import { unprefixedCatalogue } from "../functions/catalogue";
import type { CellError } from "../functions/cell-error";
import type { FunctionDefinition } from "../functions/define";
import type { Outcome } from "../functions/evaluate";
import { defaultBlanks, type BlankRule } from "./argument-rules";
import { CallQueue } from "./call-queue";
import type { CallArgument, CallTransport, FunctionCall } from "./call-transport";
import { CatalogueFunction } from "./catalogue-function";
import type { CellAddress } from "./cell-address";
import { describeFunctions } from "./descriptions";
import { mergeCells } from "./dirty-ranges";
import { guardEngine } from "./engine-guard";
import { correctIndirect } from "./indirect";
import { ErrorMessages } from "./error-messages";
import { FixedArray } from "./fixed-array";
import { translateOnTheWay, type NameSource } from "./formula-input";
import { PassControl } from "./pass-control";
import { keepDependenciesLean } from "./lean-dependencies";
import { readCellsLean } from "./lean-reading";
import { keepSpillsLean } from "./lean-spills";
import { keepLookupIndexLean } from "./lookup-index";
import { AnchorArray, Refused, Single } from "./reference-functions";
import { busyCode } from "./results";
import { quickenSumIf } from "./sumif";

export interface CalculatorOptions {
  readonly transport: CallTransport;
  readonly blanks?: BlankRule;
  readonly definitions?: readonly FunctionDefinition[];
  /** Milliseconds a call may take before its cells show #N/A. */
  readonly timeLimit?: number;
  /** Where the caller knows more of tables and names than the formula engine does. */
  readonly names?: NameSource;
  /** Told from time to time how many formulas of the running pass are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Names completion and help for a grid with a user interface. */
  readonly describe?: boolean;
}

/** Our functions at work in a Univer instance, with or without a user interface. */
export interface Calculator {
  readonly blanks: BlankRule;
  /** True while a pass runs, a call is on its way or a cell waits. */
  readonly busy: boolean;
  /** True while the formula engine is at work or about to be, and until what it asked for is on its way; not while answers are out. */
  readonly passing: boolean;
  /** Settles when nothing is queued, pending or dirty: only then may cells be compared, saved or read. */
  idle(): Promise<void>;
  /** Calls back each time a sheet at rest has something to calculate. */
  onBusy(listener: () => void): () => void;
  /** Calls back each time the sheet has come to rest. */
  onIdle(listener: () => void): () => void;
  /** No pass starts until what this answers is called, and the calculator is busy until then: a write is half done. */
  hold(): () => void;
  calculateAll(): Promise<void>;
  calculateRanges(ranges: readonly IUnitRange[]): Promise<void>;
  /** Answers from now on see blanks the other way; everything is calculated anew. */
  setBlanks(blanks: BlankRule): Promise<void>;
  /** The words behind an error of one of our functions; offsets reach into the spill of that formula. */
  errorAt(cell: CellAddress, rows?: number, columns?: number): CellError | undefined;
  /** Calls sent and not answered yet, for a transport whose other side has started anew. */
  unanswered(): readonly FunctionCall[];
  dispose(): void;
}

const defaultTimeLimit = 120_000;

/** To be called once a workbook exists: the formula services are there only from then on. */
export function attachCalculator(injector: Injector, options: CalculatorOptions): Calculator {
  const { definitions = unprefixedCatalogue, timeLimit = defaultTimeLimit } = options;
  // A code that is not in this set would reach other formulas as text.
  ERROR_TYPE_SET.add(busyCode as ErrorType);
  let blanks = options.blanks ?? defaultBlanks;
  const listeners = new Set<() => void>();
  const busyListeners = new Set<() => void>();
  let atRest = true;
  const messages = new ErrorMessages();

  const instances = injector.get(IUniverInstanceService);
  const queue = new CallQueue({
    transport: options.transport,
    timeLimit,
    formulaAt: ({ unitId, sheetId, row, column }) => {
      const sheet = instances.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId);
      const cell = sheet?.getCellMatrix().getValue(row, column);
      return cell?.f ?? cell?.si ?? undefined;
    },
    onAnswered: (cells) => passes.calculate(cells),
  });
  const settle = () => {
    if (busy()) return;
    atRest = true;
    for (const listener of [...listeners]) listener();
  };
  const work = () => {
    if (!atRest) return;
    atRest = false;
    for (const listener of [...busyListeners]) listener();
  };
  const passes = new PassControl(injector, {
    onPassEnd: () => {
      if (queue.flush()) handOver();
    },
    onWork: work,
    onQuiet: settle,
    onProgress: options.onProgress,
    onGivenUp: (cells) => {
      console.error(`${cells.length} cells were not calculated because the formula engine passed them over`);
    },
  });
  const busy = () => !queue.isEmpty || !passes.isQuiet;
  let handingOver = false;
  /** Whoever computes gets the calls in a task of its own: nothing slow should come before it. */
  const handOver = () => {
    handingOver = true;
    const end = requestImmediateMacroTask(() => {
      end();
      handingOver = false;
    });
  };

  const call = (
    definition: FunctionDefinition,
    args: readonly CallArgument[],
    cell: CellAddress,
  ): Outcome | undefined => {
    passes.ran(cell);
    const outcome = queue.ask(definition, args, cell, passes.pass);
    if (outcome !== undefined) messages.note(cell, passes.pass, outcome);
    return outcome;
  };
  const host = {
    get blanks() {
      return blanks;
    },
    call,
  };
  const service = injector.get(IFunctionService);
  service.registerExecutors(
    ...definitions.map((definition) => new CatalogueFunction(definition, host)),
    new AnchorArray(),
    new FixedArray(),
    new Single(),
    new Refused((cell, outcome) => messages.note(cell, passes.pass, outcome)),
  );
  guardEngine(injector);
  quickenSumIf(service);
  correctIndirect(injector);
  keepLookupIndexLean();
  keepSpillsLean(injector);
  keepDependenciesLean(injector);
  readCellsLean();
  const formulas = translateOnTheWay(injector, options.names, (cells) =>
    passes.calculateRanges(mergeCells(cells)),
  );
  const described = options.describe ? describeFunctions(injector, definitions) : undefined;

  const idle = () =>
    new Promise<void>((resolve) => {
      if (!busy()) {
        resolve();
        return;
      }
      const listener = () => {
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  const calculateAll = () => {
    passes.calculateAll();
    return idle();
  };

  return {
    get blanks() {
      return blanks;
    },
    get busy() {
      return busy();
    },
    get passing() {
      return passes.isPassing || handingOver;
    },
    idle,
    onBusy: (listener) => {
      busyListeners.add(listener);
      return () => busyListeners.delete(listener);
    },
    onIdle: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold: () => passes.hold(),
    calculateAll,
    calculateRanges: (ranges) => {
      passes.calculateRanges(ranges);
      return idle();
    },
    setBlanks: (rule) => {
      blanks = rule;
      return calculateAll();
    },
    errorAt: (cell, rows, columns) => messages.find(cell, rows, columns),
    unanswered: () => queue.unanswered(),
    dispose: () => {
      passes.dispose();
      queue.dispose();
      formulas.dispose();
      described?.dispose();
      service.unregisterExecutors(...definitions.map(({ name }) => name));
    },
  };
}
