import { address } from "../a1";
import type { HostRange } from "../host-workbook";
import { HostObject } from "../rich-api/host-object";
import { itemNotFound } from "../rich-api/protocol";
import type { HostContext } from "./host-context";
import { RangeObject } from "./range-object";

/** Excel.RangeAreas: several rectangles of one sheet. */
export class RangeAreasObject extends HostObject {
  override readonly keepsReference = true;

  constructor(
    private readonly host: HostContext,
    private readonly areas: readonly HostRange[],
  ) {
    super();
  }

  get Address(): string {
    return this.areas.map((area) => address(this.host.workbook.sheets(), area)).join(",");
  }
  get AreaCount(): number {
    return this.areas.length;
  }
  get Areas(): RangeCollectionObject {
    return new RangeCollectionObject(this.areas.map((area) => new RangeObject(this.host, area)));
  }
  get CellCount(): number {
    return this.areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  }
  Select(): void {
    this.host.workbook.activateSheet(this.areas[0].sheetId);
    this.host.workbook.select(this.areas);
  }
}

/** Excel.RangeCollection. */
class RangeCollectionObject extends HostObject {
  constructor(private readonly ranges: readonly RangeObject[]) {
    super();
  }
  override members(): readonly RangeObject[] {
    return this.ranges;
  }
  get Count(): number {
    return this.ranges.length;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: unknown): RangeObject {
    const found = this.ranges[Number(index)];
    if (found === undefined) throw itemNotFound();
    return found;
  }
}
