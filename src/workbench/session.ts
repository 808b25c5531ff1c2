import {
  IUndoRedoService,
  LifecycleService,
  LifecycleStages,
  ThemeService,
  type Injector,
  type Univer,
  type Workbook,
} from "@univerjs/core";
import { ILayoutService } from "@univerjs/ui";
import type { BlankRule } from "../calculator/argument-rules";
import { attachCalculator, type Calculator } from "../calculator/attach-calculator";
import { AddinFrame } from "./addin/addin-frame";
import { officeTransport } from "./addin/office-transport";
import { gridData } from "./files/grid-data";
import type { Charts, OpenedFile } from "./files/save";
import { savedCharts } from "./files/saved-charts";
import { createGrid, showWorkbook } from "./grid/create-grid";
import { GridWorkbook } from "./grid/grid-workbook";
import { explainErrors } from "./grid/error-hints";
import { drawAfterPasses } from "./grid/lean-drawing";
import { measureFewRows } from "./grid/lean-row-heights";
import { drawOwnChanges } from "./grid/lean-redrawing";
import { skipNeedlessChecks } from "./grid/permission-checks";
import { quietProgress } from "./grid/quiet-progress";
import { OfficeHost } from "./host";
import type { Activity, CalculationTime } from "./workbench-state";

export interface SessionOptions {
  readonly gridHost: HTMLElement;
  readonly paneHost: HTMLElement;
  readonly opened: OpenedFile;
  readonly name: string;
  readonly dark: boolean;
  readonly blanks: BlankRule;
  /** Something that can be undone was done, or undone. */
  readonly onEdit: () => void;
  readonly onActivity: (activity: Activity) => void;
  readonly onCalculated: (time: CalculationTime) => void;
  /** The add-in made a chart. */
  readonly onChart: () => void;
  /** The add-in asked for a member of Excel that is not there. */
  readonly onUnimplemented: (member: string) => void;
  /** A key pressed in the pane. */
  readonly onPaneKey: (event: KeyboardEvent) => void;
}

/** One open workbook: its grid, its calculator and its own copy of the add-in, as in Excel. */
export class Session {
  readonly workbook: Workbook;
  readonly calculator: Calculator;
  readonly injector: Injector;
  /** Settles when the grid is drawn and what is typed goes to it. */
  readonly ready: Promise<void>;
  private readonly univer: Univer;
  private readonly gridWorkbook: GridWorkbook;
  private readonly host: OfficeHost;
  readonly addin: AddinFrame;
  private readonly container: HTMLElement;
  private disposed = false;
  private chartsSaved = 0;

  constructor(options: SessionOptions) {
    const { gridHost, paneHost, opened, name, dark, blanks, onEdit, onActivity } = options;
    this.container = gridHost.appendChild(document.createElement("div"));
    this.container.style.cssText = "position:absolute;inset:0";
    this.univer = createGrid(this.container, dark);
    this.workbook = showWorkbook(this.univer, gridData(opened.content, "workbook", name));
    const active = this.workbook.getSheetByIndex(opened.content.activeSheet);
    if (active !== null && active !== undefined) this.workbook.setActiveSheet(active);
    this.injector = this.univer.__getInjector();
    const office = officeTransport(
      () => this.host.functions,
      (sheetId) => this.workbook.getSheetBySheetId(sheetId)?.getName() ?? sheetId,
    );
    let calls = 0;
    this.calculator = attachCalculator(this.injector, {
      transport: {
        send: (batch, answer) => {
          calls += batch.length;
          return office.send(batch, answer);
        },
        cancel: office.cancel,
      },
      blanks,
      describe: true,
    });
    this.gridWorkbook = new GridWorkbook(name, this.injector, this.workbook, this.calculator);
    this.host = new OfficeHost(this.gridWorkbook, options.onUnimplemented);
    this.gridWorkbook.on(({ kind }) => {
      if (kind === "charted") options.onChart();
    });
    this.addin = new AddinFrame(paneHost, this.host, dark, options.onPaneKey);
    quietProgress(this.injector);
    measureFewRows(this.injector, this.workbook);
    skipNeedlessChecks(this.injector, this.workbook);
    drawAfterPasses(this.injector, this.workbook, this.calculator);
    drawOwnChanges(this.injector, this.workbook);
    explainErrors(this.injector, this.workbook, this.calculator);
    this.injector.get(IUndoRedoService).undoRedoStatus$.subscribe(({ undos, redos }) => {
      if (undos + redos > 0) onEdit();
    });
    let start = 0;
    this.calculator.onBusy(() => {
      start = performance.now();
      calls = 0;
      onActivity("calculating");
    });
    this.calculator.onIdle(() => {
      options.onCalculated({ milliseconds: performance.now() - start, calls });
      onActivity("idle");
    });
    void this.calculator.calculateAll();
    this.ready = this.injector
      .get(LifecycleService)
      .onStage(LifecycleStages.Rendered)
      .then(() => {
        if (!this.disposed) this.focus();
      });
  }

  get charts(): Charts {
    const made = this.gridWorkbook.charts;
    return {
      all: () => savedCharts(this.gridWorkbook, made),
      unsaved: () => savedCharts(this.gridWorkbook, made.slice(this.chartsSaved)),
    };
  }

  noteSaved(): void {
    this.chartsSaved = this.gridWorkbook.charts.length;
  }

  setDark(dark: boolean): void {
    this.injector.get(ThemeService).setDarkMode(dark);
    this.addin.setDark(dark);
  }

  /** What is typed goes to the grid. */
  focus(): void {
    this.injector.get(ILayoutService).focus();
  }

  dispose(): void {
    this.disposed = true;
    this.addin.dispose();
    this.host.dispose();
    this.gridWorkbook.dispose();
    this.calculator.dispose();
    this.univer.dispose();
    this.container.remove();
  }
}
