import { parseAddress } from "../a1";
import { HostObject } from "../rich-api/host-object";
import { HostError, invalidArgument, itemNotFound } from "../rich-api/protocol";
import type { HostContext } from "./host-context";
import { RangeAreasObject } from "./range-areas-object";
import { RangeObject } from "./range-object";
import { SettingCollectionObject } from "./setting-objects";
import { TableCollectionObject } from "./table-objects";
import { WorksheetCollectionObject } from "./worksheet-object";

/** Excel.Workbook: the object that every request starts from. */
export class WorkbookObject extends HostObject {
  constructor(
    private readonly host: HostContext,
    private readonly onReadyForFunctions: () => void,
  ) {
    super();
  }

  get Name(): string {
    return this.host.workbook.name;
  }
  get Worksheets(): WorksheetCollectionObject {
    return new WorksheetCollectionObject(this.host);
  }
  get Tables(): TableCollectionObject {
    return new TableCollectionObject(this.host);
  }
  get Names(): NameCollectionObject {
    return new NameCollectionObject(this.host);
  }
  get Settings(): SettingCollectionObject {
    return new SettingCollectionObject(this.host);
  }
  get Application(): ApplicationObject {
    return new ApplicationObject();
  }
  GetSelectedRange(): RangeObject {
    const areas = this.host.workbook.selection();
    if (areas.length !== 1) {
      throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
    }
    return new RangeObject(this.host, areas[0]);
  }
  GetSelectedRanges(): RangeAreasObject {
    return new RangeAreasObject(this.host, this.host.workbook.selection());
  }
  GetActiveCell(): RangeObject {
    return new RangeObject(this.host, { ...this.host.workbook.selection()[0], rows: 1, columns: 1 });
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.onReadyForFunctions();
  }
}

class ApplicationObject extends HostObject {
  get CalculationMode(): string {
    return "Automatic";
  }
  get CalculationState(): string {
    return "Done";
  }
  Calculate(): void {}
  SuspendScreenUpdatingUntilNextSync(): void {}
  SuspendApiCalculationUntilNextSync(): void {}
}

class NameCollectionObject extends HostObject {
  constructor(private readonly host: HostContext) {
    super();
  }
  override members(): readonly NamedItemObject[] {
    return this.host.workbook.names().map(({ name }) => new NamedItemObject(this.host, name));
  }
  override item(key: unknown): NamedItemObject {
    return this.GetItem(key);
  }
  GetItem(key: unknown): NamedItemObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw itemNotFound();
    return found;
  }
  GetItemOrNullObject(key: unknown): NamedItemObject | null {
    const found = this.host.workbook
      .names()
      .find(({ name }) => name.toLowerCase() === String(key).toLowerCase());
    return found === undefined ? null : new NamedItemObject(this.host, found.name);
  }
  Add(name: unknown, reference: unknown): NamedItemObject {
    const text = String(name);
    if (this.GetItemOrNullObject(text) !== null || !/^[A-Za-z_\\][\w.\\]*$/.test(text))
      throw invalidArgument();
    const formula = reference instanceof RangeObject ? `=${reference.Address}` : String(reference);
    this.host.workbook.addName(text, formula);
    return new NamedItemObject(this.host, text);
  }
}

class NamedItemObject extends HostObject {
  constructor(
    private readonly host: HostContext,
    private readonly itemName: string,
  ) {
    super();
  }
  get Name(): string {
    return this.itemName;
  }
  get Formula(): string {
    const found = this.host.workbook.names().find(({ name }) => name === this.itemName);
    if (found === undefined) throw itemNotFound();
    return found.formula;
  }
  get Value(): string {
    return this.Formula.replace(/^=/, "");
  }
  get Type(): string {
    return "Range";
  }
  GetRangeOrNullObject(): RangeObject | null {
    try {
      const { workbook } = this.host;
      return new RangeObject(
        this.host,
        parseAddress(workbook.sheets(), this.Value, workbook.activeSheetId()),
      );
    } catch {
      return null;
    }
  }
  GetRange(): RangeObject {
    const found = this.GetRangeOrNullObject();
    if (found === null) throw itemNotFound();
    return found;
  }
}
