import type { Worksheet } from "@univerjs/core";
import { defaultBlanks, type BlankRule } from "../calculator/argument-rules";
import { unprefixedCatalogue } from "../functions/catalogue";
import { createXlsx, parseCell, type CellValue } from "../xlsx";
import { download } from "./files/download";
import { readFile } from "./files/read-file";
import { save, type OpenedFile } from "./files/save";
import { selectRange } from "./grid/select-range";
import { SheetReader } from "./grid/sheet-reader";
import { regionKeys } from "./region-keys";
import { sampleOfLink, type Sample } from "./samples";
import { Session } from "./session";
import { WorkbenchStore } from "./workbench-state";

const functionNames = unprefixedCatalogue.map(({ name }) => name);

const timesKept = 50;

/** What the page does: open, save, and the switches of the title bar. */
export class Workbench {
  readonly store = new WorkbenchStore({
    fileName: "",
    changed: false,
    activity: "starting",
    blanks: defaultBlanks,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    messages: [],
    unimplemented: [],
    times: [],
  });
  session: Session | undefined;
  private opened: OpenedFile | undefined;
  /** Files that were asked for. */
  private turns = 0;
  private hosts: { readonly grid: HTMLElement; readonly pane: HTMLElement } | undefined;
  private readonly onKey = regionKeys([
    { has: (at) => this.hosts?.grid.contains(at) === true, focus: () => this.session?.focus() },
    { has: (at) => this.session?.addin.element === at, focus: () => this.session?.addin.focus() },
    {
      has: (at) => Boolean(at?.closest("header")),
      focus: () => document.querySelector<HTMLElement>("header button")?.focus(),
    },
  ]);

  start(grid: HTMLElement, pane: HTMLElement): void {
    if (this.hosts !== undefined) return;
    this.hosts = { grid, pane };
    addEventListener("keydown", this.onKey, { capture: true });
    void this.openSample(sampleOfLink(location.search));
  }

  async open(file: File): Promise<void> {
    try {
      await this.showFile(file.arrayBuffer(), false, file.name);
    } catch (thrown) {
      this.store.tell("error", `${file.name} was not opened.`, sentence(thrown));
    }
  }

  async openSample({ file }: Sample): Promise<void> {
    try {
      const answer = await fetch(`samples/${file}`);
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      await this.showFile(answer.arrayBuffer(), true, file);
    } catch (thrown) {
      if (this.session === undefined) await this.openNew();
      this.store.tell("error", "The sample workbook was not opened.", sentence(thrown));
    }
  }

  async openNew(): Promise<void> {
    await this.showFile(createXlsx({ sheets: [{ name: "Sheet1", rows: [] }] }), true, "Workbook.xlsx");
  }

  async save(): Promise<void> {
    const { session, opened } = this;
    if (session === undefined || opened === undefined) return;
    const { fileName } = this.store.get();
    try {
      await session.calculator.idle();
      const { bytes, writtenAnew } = save(
        session.injector,
        session.workbook,
        opened,
        functionNames,
        session.charts,
      );
      session.noteSaved();
      download(bytes, fileName);
      this.store.set({ changed: false });
      if (writtenAnew && !opened.ownWork) {
        this.store.tell(
          "warning",
          `${fileName} was written anew.`,
          "Sheets or tables were added, moved or removed, so charts, pivot tables and drawings of the opened file are not in it. The opened file itself is unchanged.",
        );
      }
      const saved = await readFile(bytes, opened.ownWork, functionNames);
      // What is saved or opened meanwhile counts; a further save may as well start from the older file.
      if (this.opened === opened) this.opened = saved;
    } catch (thrown) {
      this.store.tell("error", `${fileName} was not saved.`, sentence(thrown));
    }
  }

  setBlanks(blanks: BlankRule): void {
    this.store.set({ blanks });
    void this.session?.calculator.setBlanks(blanks);
  }

  setDark(dark: boolean): void {
    this.store.set({ dark });
    this.session?.setDark(dark);
  }

  /** Settles when the grid takes what is typed and nothing is being calculated. */
  async idle(): Promise<void> {
    await this.session?.ready;
    await this.session?.calculator.idle();
  }

  /** What a cell shows, for "Plan!B2" or, on the sheet in view, "B2"; an error as its code. */
  read(address: string): CellValue | string {
    const { sheet, row, column } = this.locate(address);
    const value = new SheetReader(this.session!.injector, sheet).value(row, column);
    return typeof value === "object" && value !== null ? value.error : value;
  }

  /** What was typed into a cell: its formula, or the value as text. */
  input(address: string): string {
    const { sheet, row, column } = this.locate(address);
    const formula = new SheetReader(this.session!.injector, sheet).formula(row, column);
    return formula ?? String(this.read(address) ?? "");
  }

  select(address: string): void {
    const { sheet, row, column } = this.locate(address);
    selectRange(this.session!.injector, sheet, { row, column, rows: 1, columns: 1 });
    this.session!.focus();
  }

  locate(address: string): { sheet: Worksheet; row: number; column: number } {
    const [, name, cell] = /^(?:(.*)!)?([^!]+)$/.exec(address) ?? [];
    const workbook = this.session?.workbook;
    const sheet = name === undefined ? workbook?.getActiveSheet() : workbook?.getSheetBySheetName(name);
    const position = parseCell(cell ?? "");
    if (!sheet || !position) throw new Error(`There is no cell ${address}.`);
    return { sheet, ...position };
  }

  /** Of files that are asked for while one is being read the last one is shown. */
  private async showFile(
    bytes: Promise<ArrayBuffer> | Uint8Array,
    ownWork: boolean,
    name: string,
  ): Promise<void> {
    const turn = ++this.turns;
    document.title = titled(`Opening ${name}`);
    try {
      const opened = await readFile(new Uint8Array(await bytes), ownWork, functionNames);
      if (turn === this.turns) this.show(opened, name);
    } catch (thrown) {
      if (turn === this.turns) document.title = titled(this.store.get().fileName);
      throw thrown;
    }
  }

  private show(opened: OpenedFile, name: string): void {
    const { dark, blanks } = this.store.get();
    const { grid, pane } = this.hosts!;
    this.session?.dispose();
    this.opened = opened;
    this.session = new Session({
      gridHost: grid,
      paneHost: pane,
      opened,
      name,
      dark,
      blanks,
      onEdit: () => this.store.set({ changed: true }),
      onActivity: (activity) => this.store.set({ activity }),
      onCalculated: (time) => this.store.set({ times: [...this.store.get().times, time].slice(-timesKept) }),
      onPaneKey: this.onKey,
      onChart: () =>
        this.store.tell(
          "info",
          "A chart was made.",
          "The grid draws no charts: it stands in the file when you save.",
        ),
      onUnimplemented: (member) =>
        this.store.set({ unimplemented: [...this.store.get().unimplemented, member] }),
    });
    this.store.set({ fileName: name, changed: false });
    document.title = titled(name);
  }
}

function titled(name: string): string {
  return `${name} - Stockbook workbench`;
}

function sentence(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
